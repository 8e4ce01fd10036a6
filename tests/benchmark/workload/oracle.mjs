// The oracle: twelve rules in plain JavaScript, independent of the engine (the rules: ../../conformance/README.md).
//   node oracle.mjs CASES FILE
// One line of twelve letters a case: S satisfied, V violated, M not to be said (missing facts), N not applicable.
// A fact that is absent is undefined, and so is a truth that cannot be said.
import fs from 'node:fs';
import { addMonths, toDay, workingDays } from './calendar.mjs';

const CORPORATIONS = new Set(['deltaWonen', 'SWZ', 'Openbaar Belang', 'Vivare', 'Portaal', 'Talis', 'Domesta', 'Lefier']);
const MUNICIPALITIES = new Set(['Zwolle', 'Kampen', 'Dalfsen', 'Raalte', 'Olst-Wijhe', 'Ommen', 'Hardenberg']);

const and = (x, y) => x === false || y === false ? false : x === undefined || y === undefined ? undefined : true;
const or = (x, y) => x === true || y === true ? true : x === undefined || y === undefined ? undefined : false;
const not = x => x === undefined ? undefined : !x;
const all = truths => truths.reduce(and, true);
// what holds of values that must all be known
const given = (values, holds) => values.includes(undefined) ? undefined : holds(...values);
// applicability first: unknown gives M, false gives N; only then the requirement is asked
const letter = (applies, requirement) =>
  applies === undefined ? 'M' : !applies ? 'N' : { true: 'S', false: 'V', undefined: 'M' }[requirement()];
const always = true;

const rules = [
  f => letter(always, () => given([f.guidance.signed, f.allocated], (signed, a) => toDay(signed) + 14 <= toDay(a))),
  f => letter(given([f.guidance.start, f.assessed], (start, t) => toDay(t) < addMonths(start, 6)),
    () => given([f.guidance.hours], hours => hours >= 2)),
  f => letter(given([f.debts], debts => debts.length > 0), () => or(debtsAreSmall(f), rentDebtsAreArranged(f))),
  f => letter(given([f.allocation.contract], contract => contract !== 'regular'), () => all([f.fallback.guaranteed,
    given([f.fallback.by], by => by === 'provider'),
    given([f.fallback.until, f.allocated], (until, a) => toDay(until) >= addMonths(a, 12))])),
  f => letter(always, () => given([f.allocation.rent, size(f)], (rent, n) => rent <= rentLimit(n))),
  f => letter(given([f.nuisance], events => events.length > 0), () => all(f.nuisance.map(e => hadConversation(e, f)))),
  f => letter(always, () => given([f.nuisance], atMostTwoOpen)),
  f => letter(given([f.decision.kind], kind => kind !== 'none'), () => and(
    given([f.decision.from, f.allocated], (from, a) => toDay(from) <= toDay(a)),
    given([f.decision.until, f.allocated], (until, a) => toDay(a) <= toDay(until)))),
  f => letter(always, () => and(given([f.allocation.corporation], name => CORPORATIONS.has(name)),
    given([f.allocation.municipality], name => MUNICIPALITIES.has(name)))),
  f => letter(given([f.allocation.rent], rent => rent <= 87966),
    () => given([f.client.income, size(f)], (income, n) => income <= (n === 1 ? 4769900 : 5267100))),
  f => letter(given([f.guidance.start, f.guidance.months, f.assessed], (start, n, t) => toDay(t) < addMonths(start, n)),
    () => toDay(f.assessed) <= addMonths(f.evaluation.last ?? f.guidance.start, 6)),
  f => letter(given([f.allocation.units], units => units >= 10), () => or(f.allocation.exemption,
    given([f.allocation.clients, f.allocation.units], (clients, units) => clients * 10 <= units))),
];

// Amounts are never negative, so the sum of the known ones is a lower bound, and decides where that decides.
function debtsAreSmall({ debts }) {
  const amounts = debts.map(debt => debt.amount);
  const known = amounts.reduce((sum, amount) => sum + (amount ?? 0), 0);
  return known >= 150000 ? false : amounts.includes(undefined) ? undefined : true;
}
function rentDebtsAreArranged({ debts, allocated }) {
  return all(debts.map(debt => or(not(given([debt.creditor], creditor => creditor === 'rent')),
    and(debt.arrangement, given([debt.start, allocated], (start, a) => addMonths(start, 3) <= toDay(a))))));
}
function hadConversation(event, { assessed }) {
  if (event.date === undefined) return undefined;
  const since = iso => workingDays(toDay(iso)) - workingDays(toDay(event.date));
  if (event.step !== undefined) return since(event.step) <= 5;
  return assessed !== undefined && since(assessed) > 5 ? false : undefined;
}
function atMostTwoOpen(events) {
  const fewest = events.filter(event => event.closed === false).length;
  const most = events.filter(event => event.closed !== true).length;
  return most <= 2 ? true : fewest > 2 ? false : undefined;
}
const size = ({ client }) => given([client.adults, client.children], (adults, children) => adults + children);
const rentLimit = n => n <= 2 ? 65043 : n <= 4 ? 69707 : 87966;

function verdicts(facts) {
  const groups = { client: {}, decision: {}, guidance: {}, fallback: {}, allocation: {}, evaluation: {} };
  const f = { ...groups, ...facts };
  f.allocated = f.allocation.date;
  return rules.map(rule => rule(f)).join('');
}

function* linesOf(path) {
  const file = fs.openSync(path, 'r'), block = Buffer.allocUnsafe(1 << 20), decoder = new TextDecoder();
  let rest = '', size;
  while ((size = fs.readSync(file, block, 0, block.length, null)) > 0) {
    const lines = (rest + decoder.decode(block.subarray(0, size), { stream: true })).split('\n');
    rest = lines.pop();
    yield* lines;
  }
  fs.closeSync(file);
}

// --------------------------------------------------------------------------------------------------------- command line
const [cases, path] = process.argv.slice(2);
if (!path) throw new Error('usage: node oracle.mjs CASES FILE');
const file = fs.openSync(path, 'w');
let answers = [];
for (const line of linesOf(cases)) {
  answers.push(verdicts(JSON.parse(line)) + '\n');
  if (answers.length === 4096) {
    fs.writeSync(file, answers.join(''));
    answers = [];
  }
}
fs.writeSync(file, answers.join(''));
fs.closeSync(file);
