/* SHA-256 (FIPS 180-4) of bytes. The browser's own is closed to pages on plain http, where an office may serve this
   site. */

function primes(count) {
  const found = [];
  for (let number = 2; found.length < count; number += 1) {
    if (found.every((prime) => number % prime)) found.push(number);
  }
  return found;
}

/* The first 32 bits of the fractional part. */
function fraction(number) {
  return ((number - Math.floor(number)) * 0x100000000) | 0;
}

const FIRST = primes(64);
const K = Int32Array.from(FIRST, (prime) => fraction(Math.cbrt(prime)));
const START = Int32Array.from(FIRST.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));

/* The bytes, a one bit, zeros, and the length in bits as 64 bits: a multiple of 64 bytes. */
function padded(bytes) {
  const made = new Uint8Array((((bytes.length + 8) >> 6) + 1) << 6);
  made.set(bytes);
  made[bytes.length] = 0x80;
  const view = new DataView(made.buffer);
  view.setUint32(made.length - 8, Math.floor(bytes.length / 0x20000000));
  view.setUint32(made.length - 4, (bytes.length << 3) >>> 0);
  return view;
}

function spread(view, offset, w) {
  for (let i = 0; i < 16; i += 1) w[i] = view.getInt32(offset + i * 4);
  for (let i = 16; i < 64; i += 1) {
    const a = w[i - 15];
    const b = w[i - 2];
    const s0 = ((a >>> 7) | (a << 25)) ^ ((a >>> 18) | (a << 14)) ^ (a >>> 3);
    const s1 = ((b >>> 17) | (b << 15)) ^ ((b >>> 19) | (b << 13)) ^ (b >>> 10);
    w[i] = (w[i - 16] + s0 + w[i - 7] + s1) | 0;
  }
}

function round(h, w) {
  let [a, b, c, d, e, f, g, last] = h;
  for (let i = 0; i < 64; i += 1) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const t1 = (last + s1 + ((e & f) ^ (~e & g)) + K[i] + w[i]) | 0;
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [a, b, c, d, e, f, g, last] = [(t1 + t2) | 0, a, b, c, (d + t1) | 0, e, f, g];
  }
  [a, b, c, d, e, f, g, last].forEach((word, i) => {
    h[i] = (h[i] + word) | 0;
  });
}

/** The digest of `bytes` (Uint8Array) as 64 hexadecimal digits. */
export function sha256(bytes) {
  const view = padded(bytes);
  const h = Int32Array.from(START);
  const w = new Int32Array(64);
  for (let offset = 0; offset < view.byteLength; offset += 64) {
    spread(view, offset, w);
    round(h, w);
  }
  return Array.from(h, (word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
}
