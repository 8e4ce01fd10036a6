// Makes cases with missing facts, as JSON Lines; the same cases for the same seed, on every machine.
//   node cases.mjs COUNT SEED FILE
// A fact goes missing by leaving out its key. A fifth to a third of the dates lie on or one day beside a deadline or a
// month's end: that is where calendar arithmetic goes wrong.
import { addMonths, civil, toIso } from './calendar.mjs';
import { chance, int, pick, weighted } from './chance.mjs';
import { writeLines } from './write_lines.mjs';

const CORPORATIONS = ['deltaWonen', 'SWZ', 'Openbaar Belang', 'Vivare', 'Portaal', 'Talis', 'Domesta', 'Lefier',
  'Woonmagazijn', 'Eigen Haard Oost'];
const TAKING_PART = ['Zwolle', 'Kampen', 'Dalfsen', 'Raalte', 'Olst-Wijhe', 'Ommen', 'Hardenberg'];
const MUNICIPALITIES = [...TAKING_PART, 'Deventer'];
const PROVIDERS = ['Kompas', 'RIBW Oost', 'Leger des Heils', 'Frion', 'InteraktContour'];
const NOTES = ['', 'intake gedaan', 'wacht op beschikking', 'begeleider wisselt per 1 maart, overdracht gepland',
  'sleuteloverdracht met begeleider en corporatie afgesproken'];
const GROUPS = ['client', 'decision', 'guidance', 'fallback', 'allocation', 'evaluation'];
const LISTS = ['debts', 'nuisance'];

// ------------------------------------------------------------------------------------------------------------ one case
const shift = (day, months) => addMonths(toIso(day), months);
function nearMonthEnd(day) {
  const [year, month] = toIso(day).split('-').map(Number);
  return (month === 12 ? civil(year + 1, 1, 1) : civil(year, month + 1, 1)) - 1 - int(0, 1);
}

function makeDebt(allocated) {
  const hasArrangement = chance(.8);
  const debt = { creditor: pick(['rent', 'rent', 'energy', 'tax', 'health', 'other']), amount: int(5000, 140000),
    arrangement: hasArrangement };
  if (hasArrangement || chance(.1)) {
    debt.start = toIso(chance(.15) ? shift(allocated, -3) + int(-1, 1) : allocated - int(10, 400));
  }
  return debt;
}

function makeNuisance(allocated, assessed) {
  const day = allocated + int(0, Math.max(1, assessed - allocated));
  const event = { date: toIso(day), kind: pick(['noise', 'garden', 'threat', 'waste']) };
  if (chance(.9)) {
    event.step = toIso(day + weighted([[1, .3], [3, .3], [5, .15], [7, .15], [9, .05], [14, .05]]) + int(0, 1));
  }
  event.closed = chance(.7);
  return event;
}

function makeCase(id) {
  let allocated = civil(2022, 7, 1) + int(0, 1200);
  if (chance(.2)) allocated = nearMonthEnd(allocated);
  let start = allocated + int(-30, 20);
  if (chance(.15)) start = nearMonthEnd(start);
  let assessed = allocated + int(-20, 540);
  if (chance(.2)) assessed = shift(start, pick([6, 6, 12])) + int(-1, 1);
  else if (chance(.1)) assessed = nearMonthEnd(assessed);
  const months = weighted([[12, .35], [18, .25], [24, .2], [6, .2]]);
  const debts = weighted([[0, .35], [1, .25], [2, .2], [3, .1], [4, .06], [5, .04]]);
  const nuisances = weighted([[0, .45], [1, .2], [2, .15], [3, .08], [4, .06], [5, .04], [6, .02]]);
  const made = {
    id, ref: `WB-${2022 + int(0, 3)}-${String(id).padStart(6, '0')}`, assessed: toIso(assessed),
    urgency: pick(['none', 'social', 'medical', 'statutory']), insurance: chance(.9), notes: pick(NOTES),
    client: {
      birth: toIso(civil(1955, 1, 1) + int(0, 18900)), adults: weighted([[1, .75], [2, .25]]),
      children: weighted([[0, .6], [1, .18], [2, .12], [3, .07], [5, .03]]), income: int(1400000, 5600000),
      municipality: pick(MUNICIPALITIES), consent: chance(.97),
    },
    decision: {
      kind: weighted([['beschermd_wonen', .45], ['begeleid_wonen', .3], ['ambulant', .15], ['none', .1]]),
      from: toIso(allocated - int(-15, 400)), until: toIso(allocated + int(-20, 900)),
    },
    guidance: {
      provider: pick(PROVIDERS), signed: toIso(allocated - int(5, 70)), start: toIso(start),
      hours: pick([1, 1.5, 2, 2, 2.5, 3, 4, 6]), months: pick([6, 12, 12, 18, 24, 36]),
    },
    fallback: {
      guaranteed: chance(.93), by: weighted([['provider', .88], ['municipality', .07], ['family', .05]]),
      until: toIso(chance(.25) ? shift(allocated, 12) + int(-1, 1) : shift(allocated, months) + int(-10, 40)),
    },
    allocation: {
      dwelling: `D-${int(10000, 99999)}`,
      municipality: weighted([...TAKING_PART.map(name => [name, .135]), ['Deventer', .055]]),
      corporation: pick(CORPORATIONS), contract: weighted([['three_party', .6], ['temporary', .2], ['regular', .2]]),
      rent: chance(.1) ? pick([65043, 69707, 87966, 65044, 69708]) : int(42000, 92000), complex: `C-${int(1, 400)}`,
      units: int(4, 180), clients: int(0, 12), date: toIso(allocated), exemption: chance(.06),
    },
    evaluation: {
      last: toIso(chance(.25) ? shift(assessed, -6) + int(-2, 1) : assessed - int(0, 260)),
      result: pick(['good', 'fair', 'poor']),
    },
    debts: [], nuisance: [],
  };
  for (let i = 0; i < debts; i++) made.debts.push(makeDebt(allocated));
  for (let i = 0; i < nuisances; i++) made.nuisance.push(makeNuisance(allocated, assessed));
  return withMissingFacts(made);
}

function drop(thing, probability) {
  for (const key of Object.keys(thing)) if (chance(probability)) delete thing[key];
}
function withMissingFacts(made) {
  for (const group of GROUPS) drop(made[group], .015);
  for (const list of LISTS) for (const item of made[list]) drop(item, .02);
  for (const part of [...GROUPS, ...LISTS]) if (chance(.006)) delete made[part];
  if (chance(.01)) delete made.assessed;
  return made;
}

writeLines(makeCase);
