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

/** A closed line of [east, north] in degrees, and the box that it fills. */
type Ring = { points: Arc; west: number; east: number; south: number; north: number };
/** A state's or province's outlines. */
export type Outline = { name: string; rings: Ring[] };
/** What a map shows: a box in degrees, its size in pixels, and where in it a degree lies. */
export type Frame = {
  west: number;
  east: number;
  south: number;
  north: number;
  width: number;
  height: number;
  x: (east: number) => number;
  y: (north: number) => number;
};

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
    const rings = polygons.flatMap((polygon) => polygon.map((parts) => boxed(unrolled(ring(parts)))));
    return { name: geometry.properties.name, rings };
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

function boxed(points: Arc): Ring {
  const ring = { points, west: Infinity, east: -Infinity, south: Infinity, north: -Infinity };
  for (const [east, north] of points) {
    ring.west = Math.min(ring.west, east);
    ring.east = Math.max(ring.east, east);
    ring.south = Math.min(ring.south, north);
    ring.north = Math.max(ring.north, north);
  }
  return ring;
}

/** The turns of the globe by which an outline can come into view. */
const TURNS = [0, 360, -360];
/** Pixels beyond the frame at which a line is cut, so that no cut is seen. */
const MARGIN = 8;
/** Pixels below which a step of a line is not drawn. */
const STEP = 0.6;

/** The part of outlines that a frame shows, as an SVG path in its pixels. Drawing costs what is seen, not what the world has. */
export function pathIn(states: Outline[], frame: Frame): string {
  const parts: string[] = [];
  for (const { points, west, east, south, north } of states.flatMap((state) => state.rings)) {
    if (south > frame.north || north < frame.south) continue;
    for (const turn of TURNS) {
      if (west + turn > frame.east || east + turn < frame.west) continue;
      const seen = cut(thinned(points, turn, frame), frame);
      if (seen.length > 2) parts.push(`M${seen.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`);
    }
  }
  return parts.join('');
}

/** A line in pixels, without the steps that are too small to be seen. */
function thinned(points: Arc, turn: number, frame: Frame): Arc {
  const kept: Arc = [];
  let [lastX, lastY] = [Infinity, Infinity];
  for (const [east, north] of points) {
    const [x, y] = [frame.x(east + turn), frame.y(north)];
    if (Math.abs(x - lastX) < STEP && Math.abs(y - lastY) < STEP) continue;
    kept.push([x, y]);
    [lastX, lastY] = [x, y];
  }
  return kept;
}

/** What of a closed line lies in the frame: cut along one side after the other (Sutherland and Hodgman, 1974). */
function cut(line: Arc, { width, height }: Frame): Arc {
  const sides: [axis: 0 | 1, limit: number, sign: 1 | -1][] = [
    [0, -MARGIN, 1],
    [0, width + MARGIN, -1],
    [1, -MARGIN, 1],
    [1, height + MARGIN, -1],
  ];
  for (const [axis, limit, sign] of sides) {
    const within = (point: [number, number]) => (point[axis] - limit) * sign >= 0;
    if (line.every(within)) continue;
    const kept: Arc = [];
    line.forEach((point, at) => {
      const before = line[at ? at - 1 : line.length - 1] ?? point;
      if (within(point) !== within(before)) {
        const share = (limit - before[axis]) / (point[axis] - before[axis]);
        kept.push([before[0] + share * (point[0] - before[0]), before[1] + share * (point[1] - before[1])]);
      }
      if (within(point)) kept.push(point);
    });
    line = kept;
  }
  return line;
}

/** An outline of rings as the server gives them: degrees east and north. */
export function shape(name: string, rings: number[][][]): Outline {
  return { name, rings: rings.map((points) => boxed(unrolled(points.map(([east = 0, north = 0]): [number, number] => [east, north])))) };
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
  return states.find((state) => TURNS.some((turn) => state.rings.reduce((odd, ring) => odd !== inside(ring.points, turn), false))) ?? null;
}
