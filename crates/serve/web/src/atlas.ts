// The base map: outlines of the world's states, from a file of this server (Natural Earth, as the package `world-atlas`
// has it). Asked for once, when a map is first shown; drawn flat, degrees east against degrees north.

import outlines from 'world-atlas/countries-50m.json?url';

type Arc = [number, number][];
type Geometry = { type: string; arcs: number[][] | number[][][]; properties: { name: string } };
type Topology = {
  transform: { scale: [number, number]; translate: [number, number] };
  arcs: Arc[];
  objects: { countries: { geometries: Geometry[] } };
};

/** A state's outlines: rings of [east, north] in degrees. */
export type Outline = { name: string; rings: Arc[]; path: string };

let asked: Promise<Outline[]> | null = null;

/** The outlines of all states. */
export function atlas(): Promise<Outline[]> {
  asked ??= fetch(outlines)
    .then((response) => response.json())
    .then(read)
    .catch((error) => {
      asked = null;
      throw error;
    });
  return asked;
}

/** Arcs are kept as steps from point to point; a state is a list of arcs, those written `~n` run backwards. */
function read(topology: Topology): Outline[] {
  const { scale, translate } = topology.transform;
  const arcs = topology.arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx, dy]): [number, number] => {
      x += dx;
      y += dy;
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
    });
  });
  const ring = (parts: number[]): Arc =>
    parts.flatMap((index, at) => {
      const arc = index < 0 ? [...(arcs[~index] ?? [])].reverse() : (arcs[index] ?? []);
      return at ? arc.slice(1) : arc;
    });
  return topology.objects.countries.geometries.map((geometry) => {
    const polygons = (geometry.type === 'Polygon' ? [geometry.arcs] : geometry.type === 'MultiPolygon' ? geometry.arcs : []) as number[][][];
    const rings = polygons.flatMap((polygon) => polygon.map((parts) => unrolled(ring(parts))));
    const path = rings.map((points) => `M${points.map(([east, north]) => `${east.toFixed(2)} ${(-north).toFixed(2)}`).join('L')}Z`).join('');
    return { name: geometry.properties.name, rings, path };
  });
}

/** An outline that crosses the line of date goes on beyond it; one around a pole is closed there. */
function unrolled(points: Arc): Arc {
  let turns = 0;
  const found = points.map(([east, north], at): [number, number] => {
    const step = at ? east - (points[at - 1]?.[0] ?? east) : 0;
    if (step > 180) turns -= 360;
    else if (step < -180) turns += 360;
    return [east + turns, north];
  });
  const [first, last] = [found[0], found.at(-1)];
  if (turns && first && last) {
    const pole = first[1] < 0 ? -90 : 90;
    found.push([last[0], pole], [first[0], pole]);
  }
  return found;
}

/** The state in whose outlines a point lies. */
export function stateAt(states: Outline[], east: number, north: number): Outline | null {
  const inside = (points: Arc, turn: number) => {
    let odd = false;
    points.forEach(([x, y], at) => {
      const [before, above] = points[at ? at - 1 : points.length - 1] ?? [x, y];
      if (y > north !== above > north && east + turn < ((before - x) * (north - y)) / (above - y) + x) odd = !odd;
    });
    return odd;
  };
  const turns = [0, 360, -360];
  return states.find((state) => turns.some((turn) => state.rings.reduce((odd, points) => odd !== inside(points, turn), false))) ?? null;
}
