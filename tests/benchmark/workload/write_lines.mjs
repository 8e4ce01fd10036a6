// The command line of a maker of cases: COUNT SEED FILE.
import fs from 'node:fs';
import { seed } from './chance.mjs';

export function writeLines(makeCase) {
  const [count, number, path] = process.argv.slice(2);
  if (!path) throw new Error(`usage: node ${process.argv[1]} COUNT SEED FILE`);
  seed(+number);
  const file = fs.openSync(path, 'w');
  let lines = [];
  for (let id = 1; id <= +count; id++) {
    lines.push(JSON.stringify(makeCase(id)) + '\n');
    if (lines.length === 2000 || id === +count) {
      fs.writeSync(file, lines.join(''));
      lines = [];
    }
  }
}
