// Table of a visual's figures: to read calmly, to copy, and to hear.
// @ts-check
/** @import { Table } from "./contract.js" */

/**
 * @param {HTMLElement} panel
 * @param {Table | null} table null hides it
 */
export function showTable(panel, table) {
  panel.hidden = table === null;
  panel.replaceChildren(...(table ? [draw(table)] : []));
}

/** @param {Table} table */
function draw({ title, head, rows }) {
  const table = document.createElement("table");
  table.createCaption().textContent = title;
  table.createTHead().append(rowOf(head, () => cell("th", "col")));
  table.createTBody().append(...rows.map((row) => rowOf(row, (at) => (at === 0 ? cell("th", "row") : document.createElement("td")))));
  return table;
}

/**
 * @param {readonly string[]} texts
 * @param {(at: number) => HTMLElement} make
 */
function rowOf(texts, make) {
  const row = document.createElement("tr");
  row.append(...texts.map((text, at) => Object.assign(make(at), { textContent: text })));
  return row;
}

/** @param {"th"} tag @param {"row" | "col"} scope */
function cell(tag, scope) {
  return Object.assign(document.createElement(tag), { scope });
}
