// Fair allocation of birds to phones; few change hands when a phone comes or goes.
// @ts-check

const MIN_OWNERS = 3; // with fewer than these, birds are left over and nobody's

/** The parts that nobody's birds are in: those that wander when nobody is in. */
export const WILD = Object.freeze([0, 1, 2]);

/**
 * How many birds each owner has.
 * @param {readonly number[]} owners in a fixed order; those in WILD are not among them
 * @param {number} birds in all
 * @returns {Map<number, number>} also of the wild parts
 */
export function fairShares(owners, birds) {
  const each = Math.floor(birds / Math.max(MIN_OWNERS, owners.length));
  const over = birds - each * owners.length;
  const shares = new Map(owners.map((owner, i) => [owner, each + (owners.length >= MIN_OWNERS && i < over ? 1 : 0)]));
  const wild = owners.length >= MIN_OWNERS ? 0 : over;
  for (const part of WILD) shares.set(part, Math.floor((wild + part) / WILD.length));
  return shares;
}

/**
 * Let birds change hands until everyone has their share. Who has too many gives, who has too few takes in turn.
 * @param {Int16Array} owner of each bird; brought up to date
 * @param {ReadonlyMap<number, number>} shares
 */
export function deal(owner, shares) {
  const open = new Map(shares);
  /** @type {number[]} */ const given = [];
  for (let bird = 0; bird < owner.length; bird += 1) {
    const left = open.get(owner[bird]) ?? 0;
    if (left > 0) open.set(owner[bird], left - 1);
    else given.push(bird);
  }
  let takers = [...open].filter(([, left]) => left > 0);
  for (let next = 0; next < given.length && takers.length > 0; ) {
    for (const taker of takers) {
      if (next === given.length) return;
      owner[given[next]] = taker[0];
      next += 1;
      taker[1] -= 1;
    }
    takers = takers.filter(([, left]) => left > 0);
  }
}
