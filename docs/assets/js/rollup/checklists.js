/* The checklists of all bodies, from the script of data, in the shape that the form's modules know. */

/** body -> its checklist, in the order of the data. */
export function checklists(data) {
  let number = 0;
  const line = (id) => ({ id, number: (number += 1), ...data.lines[id] });
  const one = (body) => {
    number = 0;
    const parts = body.parts.map((part) => ({ id: part.id, number: part.number, title: part.title, blocks: [{ rows: part.lines.map(line) }] }));
    return [body.id, { regulation: data.regulation, body: body.id, body_name: body.name, short_name: body.short_name, scale: data.scale, parts, log: { tasks: body.log } }];
  };
  return new Map(data.bodies.map(one));
}
