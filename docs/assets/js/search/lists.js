/* Lists in maps, and lists in order. */

/** Put `item` into the list at `key` of `map`. */
export function gather(map, key, item) {
  const list = map.get(key);
  if (list) list.push(item);
  else map.set(key, [item]);
}

/** Those of `sorted`, which are in the order of their `words`, whose words begin with `start`. */
export function beginning(sorted, start, words) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words(sorted[middle]) < start) low = middle + 1;
    else high = middle;
  }
  while (high < sorted.length && words(sorted[high]).startsWith(start)) high++;
  return sorted.slice(low, high);
}
