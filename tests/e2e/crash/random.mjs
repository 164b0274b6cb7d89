// SPDX-License-Identifier: MIT

/** Numbers in [0, 1) that the seed decides. @source mulberry32 (T. Ettinger, public domain) */
export function seededRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export const between = (random, low, high) => low + random() * (high - low);
export const oneOf = (random, list) => list[Math.floor(random() * list.length)];
export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
