// Makes cases about time, as JSON Lines: what was done when, and which periods ran. A third of the days lie on a last
// day or one beside it. A fact goes missing by leaving out its key.
//   node term_cases.mjs COUNT SEED FILE
import { addMonths, civil, toIso } from './calendar.mjs';
import { chance, int, pick, weighted } from './chance.mjs';
import { writeLines } from './write_lines.mjs';

const TODAY = 20000; // the reference date of every case: 4 October 2024
const months = (day, count) => addMonths(toIso(day), count);
const some = pairs => Array.from({ length: weighted(pairs) });
// Often exactly then, or one day beside it.
const near = (day, before, after) => day + (chance(.4) ? int(-1, 1) : int(-before, after));

function event(day, performer) {
  const made = { datum: toIso(day), uitvoerder: chance(.93) ? performer : 'de cliënt' };
  if (chance(.01)) delete made.datum;
  if (chance(.01)) delete made.uitvoerder;
  return made;
}

function period(first, last) {
  return { begindatum: toIso(first), einddatum: last === undefined ? 'geen' : toIso(last) };
}

function additions(applied) {
  return some([[0, .45], [1, .3], [2, .15], [3, .1]]).map(() => {
    const first = applied + int(-15, 110);
    return period(first, chance(.05) ? undefined : first + int(0, 35));
  });
}

// One period after another, now and then with a gap or an overlap.
function chain(first, until, longest) {
  const periods = [];
  for (let day = first; day < until && periods.length < 6;) {
    const last = day + int(60, longest);
    periods.push(period(day, last > until && chance(.5) ? undefined : last));
    day = last + weighted([[1, .4], [int(2, 14), .2], [15, .1], [16, .1], [int(-20, 0), .1], [int(17, 90), .1]]);
  }
  return periods;
}

function visits(start) {
  const days = [];
  let day = start;
  for (let stop = int(0, 14); days.length < stop && day < TODAY;) {
    day += weighted([[28, .3], [int(20, 27), .55], [29, .08], [int(30, 40), .07]]);
    days.push(event(day, 'de zorgaanbieder'));
  }
  return days;
}

function evaluations(start, until) {
  const days = [];
  for (let number = 1; days.length < 8; number++) {
    const due = months(start, 6 * number);
    if (due > until || due > TODAY + 40) break;
    if (chance(.92)) days.push(event(near(due, 25, 20), 'de zorgaanbieder'));
  }
  return days;
}

function reports(start, until) {
  const days = [];
  const year = day => +toIso(day).slice(0, 4);
  for (let at = year(start); at <= year(Math.min(until, TODAY)); at++) {
    if (chance(.93)) days.push(event(near(civil(at, 7, 1), 90, 10), 'de zorgaanbieder'));
  }
  return days;
}

// What the corporation did about nuisance, each step some days after the one before; always with a day and a name.
function steps(reported) {
  const taken = { gesprek: [], waarschuwing: [], 'laatste kans': [] };
  for (const report of reported) {
    let day = near(report + 7, 6, 5);
    for (const name of Object.keys(taken)) {
      const isTaken = chance(name === 'gesprek' ? .85 : .35);
      if (isTaken && day < TODAY) {
        taken[name].push({ datum: toIso(day), uitvoerder: chance(.95) ? 'de corporatie' : 'de zorgaanbieder' });
      }
      day = chance(.1) ? near(report + 183, 2, 2) : near(day + 14, 5, 60);
    }
  }
  return taken;
}

function makeCase(id) {
  const applied = TODAY - int(1, 1500);
  const start = applied + int(20, 150);
  const until = chance(.6) ? undefined : start + int(150, 1500);
  const end = until ?? TODAY + 4000;
  const reported = some([[0, .5], [1, .2], [2, .15], [3, .15]]).map(() => start + int(0, 900));
  const made = {
    nummer: `HO-${String(id).padStart(7, '0')}`, aanmelding: toIso(applied), ...period(start, until),
    bevestigingen: some([[1, .8], [0, .1], [2, .1]]).map(() => event(near(applied + 9, 10, 4), 'de corporatie')),
    aanbiedingen: some([[1, .7], [0, .15], [2, .15]]).map(() => event(near(months(applied, 3), 60, 40), 'de corporatie')),
    adviezen: some([[1, .8], [0, .2]]).map(() => event(near(applied + 28, 20, 15), 'de zorgaanbieder')),
    evaluaties: evaluations(start, end), huisbezoeken: visits(start), verslagen: reports(start, end),
    overlastmeldingen: reported.map(day => ({ datum: toIso(day) })),
    afschalingen: reported.filter(() => chance(.3)).map(day => event(near(day + 42, 60, 60), 'de zorgaanbieder')),
    ...steps(reported),
    aanvullingen: additions(applied), begeleidingen: chain(applied + pick([0, 0, -10, 14, 15]), months(start, 6), 200),
    inschrijvingen: chain(applied - int(400, 2200), applied, 800),
  };
  if (chance(.015)) delete made.aanmelding;
  if (chance(.01)) delete made.begindatum;
  return made;
}

writeLines(makeCase);
