// Dates as ISO text and as day numbers (days since 1970), months that clamp to the month's end, and Dutch working days.
const DAY = 86400000;
const BASE = civil(2015, 1, 1), END = civil(2036, 1, 1); // the days whose working days are counted
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export const toIso = day => new Date(day * DAY).toISOString().slice(0, 10);
export const toDay = iso => civil(...parts(iso));
export function civil(year, month, day) {
  const y = month <= 2 ? year - 1 : year, era = Math.floor(y / 400), yearOfEra = y - era * 400;
  const dayOfYear = (((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) | 0) + day - 1;
  return era * 146097 + yearOfEra * 365 + ((yearOfEra / 4) | 0) - ((yearOfEra / 100) | 0) + dayOfYear - 719468;
}

// 31 January and one month is the last day of February.
export function addMonths(iso, months) {
  let [year, month, day] = parts(iso);
  month += months - 1;
  year += Math.floor(month / 12);
  month = ((month % 12) + 12) % 12;
  const isLeapYear = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const last = month === 1 && isLeapYear ? 29 : DAYS_IN_MONTH[month];
  return civil(year, month + 1, Math.min(day, last));
}

// Working days up to and including a day: Monday to Friday less the general holidays of 2020 to 2029.
export const workingDays = day => countUpTo[day - BASE];
const countUpTo = countWorkingDays();

function parts(iso) { return [+iso.slice(0, 4), +iso.slice(5, 7), +iso.slice(8, 10)]; }

function easter(year) {
  const a = year % 19, b = (year / 100) | 0, c = year % 100, d = (b / 4) | 0, e = b % 4, f = ((b + 8) / 25) | 0;
  const g = ((b - f + 1) / 3) | 0, h = (19 * a + b - d - g + 15) % 30, i = (c / 4) | 0, k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7, m = ((a + 11 * h + 22 * l) / 451) | 0, n = h + l - 7 * m + 114;
  return civil(year, (n / 31) | 0, (n % 31) + 1);
}

function holidays(year) {
  const sunday = easter(year), kingsDay = civil(year, 4, 27), isSunday = (kingsDay + 3) % 7 === 6;
  const days = [civil(year, 1, 1), sunday + 1, isSunday ? kingsDay - 1 : kingsDay, sunday + 39, sunday + 50,
    civil(year, 12, 25), civil(year, 12, 26)];
  if (year % 5 === 0) days.push(civil(year, 5, 5));
  return days;
}

function countWorkingDays() {
  const free = new Set();
  for (let year = 2020; year <= 2029; year++) for (const day of holidays(year)) free.add(day);
  const counts = new Int32Array(END - BASE);
  let count = 0;
  for (let day = BASE; day < END; day++) {
    if ((day + 3) % 7 < 5 && !free.has(day)) count++;
    counts[day - BASE] = count;
  }
  return counts;
}
