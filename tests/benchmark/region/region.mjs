// Makes the portfolio of a fictional region of 20 municipalities, 13 corporations and 5 years: an agreement, a register
// and one proposed case. The same arguments give the same bytes, on every machine.
//   node region.mjs COUNT SEED FOLDER
//     convenant.md       the agreement; its numbers go along with COUNT
//     register.jsonl     COUNT allocations, the facts of each municipality, and swaps between municipalities
//     register.csv       the first allocations again, as a corporation exports them, with koppeling.yaml
//     voorstel.yaml      an allocation that is not in the register
// Of the allocations some facts are not known, some do not count, and some are planned (the register is of 2026-07-01).
import fs from 'node:fs';
import path from 'node:path';
import { chance, int, pick, random, seed } from '../workload/chance.mjs';
import { civil, toIso } from '../workload/calendar.mjs';
import { makeRegion, toAgreement, YEARS } from './agreement.mjs';

const SWAPS = 40;
const ROWS_OF_CSV = 1000;
const LINES_AT_ONCE = 2000;
const CASE_DIGITS = 7;

const first = civil(YEARS[0], 1, 1);
const last = civil(YEARS[YEARS.length - 1], 10, 31);
const numbered = (prefix, number) => `${prefix}-${String(number).padStart(CASE_DIGITS, '0')}`;

// Complexes by pair, so that a home stands in the municipality it is allocated in.
function pickerOf(region) {
  const byPair = new Map(region.pairs.map(pair => [pair, []]));
  for (const complex of region.complexes) byPair.get(complex.pair).push(complex);
  return () => {
    let rest = random();
    for (const pair of region.pairs) {
      rest -= pair.weight;
      if (rest < 0) return { pair, complex: pick(byPair.get(pair)) };
    }
    return { pair: region.pairs[0], complex: byPair.get(region.pairs[0])[0] };
  };
}

// What is not known is left out.
const known = (probability, value) => chance(probability) ? value : undefined;

function makeAllocation(number, { pair, complex }) {
  const keys = first + int(0, last - first);
  const registered = keys - int(10, 160);
  const hasLowIncome = chance(.8);
  const talk = keys + int(1, 18);
  return {
    zaak: numbered('T', number),
    toewijzing: {
      datum: toIso(keys - int(3, 20)),
      gemeente: pair.municipality,
      corporatie: known(.9995, pair.corporation),
      aanmelddatum: known(.98, toIso(registered)),
      sleuteloverdracht: known(.999, toIso(keys)),
      woning: {
        'kale huur': known(.99, chance(.96) === hasLowIncome ? int(42000, 65000) / 100 : int(65001, 88000) / 100),
        rolstoelgeschikt: known(.99, chance(.06)),
        complex: { naam: known(.999, complex.name), 'aantal woningen': complex.homes },
      },
      cliënt: {
        huishoudinkomen: known(.97, hasLowIncome ? int(12000, 28000) : int(28001, 45000)),
        herkomst: known(.99, pick(['maatschappelijke opvang', 'beschermd wonen', 'jeugdzorg'])),
        'omvang van de begeleiding': known(.95, pick([1, 2, 2, 3, 4, 6])),
      },
      kennismakingsgesprekken: chance(.9) ? [{ datum: toIso(talk) }] : [],
    },
  };
}

function makeSwap(number, region) {
  const from = pick(region.numbers);
  const others = region.numbers.filter(each =>
    each.corporation === from.corporation && each.year === from.year && each.municipality !== from.municipality);
  if (others.length === 0) return undefined;
  const day = civil(from.year, 1, 1) + int(0, 180);
  return { zaak: numbered('R', number), ruil: { datum: toIso(day), corporatie: from.corporation, gever: from.municipality,
    ontvanger: pick(others).municipality, 'aantal woningen': int(1, Math.max(1, Math.floor(from.number / 10))) } };
}

const makeMunicipality = each => ({ zaak: `kerncijfers ${each.name}`, gemeente: { naam: each.name,
  'aantal huishoudens': each.households, 'aantal sociale huurwoningen': each.homes, 'aantal inwoners': each.inhabitants } });

function* makeRegister(count, region, place) {
  for (const each of region.municipalities) yield makeMunicipality(each);
  for (let number = 1; number <= SWAPS; number++) {
    const swap = makeSwap(number, region);
    if (swap) yield swap;
  }
  for (let number = 1; number <= count; number++) yield makeAllocation(number, place());
}

// ---------------------------------------------------------------------------------------------------------------- files

const yesNo = value => value === undefined ? undefined : value ? 'ja' : 'nee';
const CSV_COLUMNS = [
  ['Gemeente', 'de gemeente', each => each.gemeente],
  ['Verhuurder', 'de corporatie', each => each.corporatie],
  ['Aangemeld', 'de aanmelddatum', each => each.aanmelddatum],
  ['Sleutel', 'de sleuteloverdracht', each => each.sleuteloverdracht],
  ['Huur', 'de kale huur van de woning', each => each.woning['kale huur']?.toFixed(2).replace('.', ',')],
  ['Rolstoel', 'rolstoelgeschikt van de woning', each => yesNo(each.woning.rolstoelgeschikt)],
  ['Complex', 'de naam van het complex van de woning', each => each.woning.complex.naam],
  ['Woningen', 'het aantal woningen van het complex van de woning', each => each.woning.complex['aantal woningen']],
  ['Inkomen', 'het huishoudinkomen van de cliënt', each => each.cliënt.huishoudinkomen],
];

function writeCsv(folder, cases) {
  const heads = CSV_COLUMNS.map(([head]) => head);
  const rows = cases.map(each => [each.zaak, ...CSV_COLUMNS.map(([, , of]) => of(each.toewijzing) ?? '')].join(';'));
  fs.writeFileSync(path.join(folder, 'register.csv'), [['Dossier', ...heads].join(';'), ...rows, ''].join('\n'));
  const columns = CSV_COLUMNS.map(([head, fact]) => `  ${head}: ${fact}\n`).join('');
  fs.writeFileSync(path.join(folder, 'koppeling.yaml'), `zaak: toewijzing\nkenmerk: Dossier\nkolommen:\n${columns}`);
}

function writeProposal(folder, { pair, complex }) {
  fs.writeFileSync(path.join(folder, 'voorstel.yaml'), `zaak: voorstel
toewijzing:
  datum: 2026-07-01
  gemeente: ${pair.municipality}
  corporatie: ${pair.corporation}
  aanmelddatum: 2026-05-04
  sleuteloverdracht: 2026-07-15
  woning:
    kale huur: 612,50
    rolstoelgeschikt: nee
    complex: { naam: ${complex.name}, aantal woningen: ${complex.homes} }
  cliënt:
    huishoudinkomen: 19.500
    herkomst: beschermd wonen
    omvang van de begeleiding: 3 uur per week
`);
}

function writeRegister(file, cases) {
  const descriptor = fs.openSync(file, 'w');
  const firstOnes = [];
  let lines = [];
  const flush = () => { fs.writeSync(descriptor, lines.join('')); lines = []; };
  for (const each of cases) {
    lines.push(JSON.stringify(each) + '\n');
    if (each.toewijzing && firstOnes.length < ROWS_OF_CSV) firstOnes.push(each);
    if (lines.length === LINES_AT_ONCE) flush();
  }
  flush();
  fs.closeSync(descriptor);
  return firstOnes;
}

const [count, number, folder] = process.argv.slice(2);
if (!folder) throw new Error('usage: node region.mjs COUNT SEED FOLDER');
seed(+number);
const region = makeRegion(+count);
fs.mkdirSync(folder, { recursive: true });
fs.writeFileSync(path.join(folder, 'convenant.md'), toAgreement(region, +count));
const place = pickerOf(region);
writeProposal(folder, place());
writeCsv(folder, writeRegister(path.join(folder, 'register.jsonl'), makeRegister(+count, region, place)));
