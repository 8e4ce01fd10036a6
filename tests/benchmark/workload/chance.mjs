// Chance that is the same for the same seed on every machine: sfc32. The order of the calls counts.
let a, b, c, d;

export function seed(number) {
  [a, b, c, d] = [0x9e3779b9 ^ number, 0x243f6a88, 0xb7e15162, 1];
  for (let i = 0; i < 20; i++) random();
}
export function random() {
  const t = (((a + b) | 0) + d) | 0;
  d = (d + 1) | 0; a = b ^ (b >>> 9); b = (c + (c << 3)) | 0; c = (c << 21) | (c >>> 11); c = (c + t) | 0;
  return (t >>> 0) / 4294967296;
}
export const int = (low, high) => low + Math.floor(random() * (high - low + 1));
export const chance = probability => random() < probability;
export const pick = values => values[Math.floor(random() * values.length)];
export function weighted(pairs) {
  let rest = random();
  for (const [value, weight] of pairs) {
    if (rest < weight) return value;
    rest -= weight;
  }
  return pairs[0][0];
}
