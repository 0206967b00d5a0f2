import { colour, cssSet } from './style';

const drawn = cssSet({
  whole: { display: 'block', width: '100%', height: 'auto' },
  axis: { stroke: colour.fieldLine, strokeWidth: 1, fill: 'none' },
  line: { stroke: colour.accent, strokeWidth: 2, fill: 'none' },
  dot: { fill: colour.accent },
  words: { fill: colour.quiet, fontSize: 11, fontFamily: 'inherit' },
});

interface ChartPoint {
  readonly x: number;
  readonly y: number;
}

const size = { width: 460, height: 180, left: 52, right: 16, top: 14, bottom: 30 };

/** A line through a few points. What it shows stands in words beside it. */
export function Chart({
  label,
  x,
  y,
  points,
}: {
  readonly label: string;
  readonly x: string;
  readonly y: string;
  readonly points: readonly ChartPoint[];
}) {
  const across = scaleOf(
    points.map((point) => point.x),
    [size.left, size.width - size.right],
  );
  const up = scaleOf(
    points.map((point) => point.y),
    [size.height - size.bottom, size.top],
  );
  const at = [...points]
    .sort((one, other) => one.x - other.x)
    .map((point) => ({ x: across.place(point.x), y: up.place(point.y) }));
  const { width, height, left, right, top, bottom } = size;
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${width} ${height}`} className={drawn.whole}>
      <path d={`M${left - 8} ${top} V${height - bottom + 8} H${width - right}`} className={drawn.axis} />
      <polyline points={at.map((point) => `${point.x},${point.y}`).join(' ')} className={drawn.line} />
      {at.map((point) => (
        <circle key={`${point.x},${point.y}`} cx={point.x} cy={point.y} r={5} className={drawn.dot} />
      ))}
      <g className={drawn.words}>
        <text x={4} y={top + 4}>{`${Math.round(up.most)} ${y}`}</text>
        <text x={4} y={height - bottom + 4}>{`${Math.round(up.least)} ${y}`}</text>
        <text x={left - 8} y={height - 4}>{`${across.least} ${x}`}</text>
        <text x={width - right} y={height - 4} textAnchor="end">{`${across.most} ${x}`}</text>
      </g>
    </svg>
  );
}

function scaleOf(values: readonly number[], [from, to]: readonly [number, number]) {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return {
    least,
    most,
    place: (value: number) =>
      most === least ? (from + to) / 2 : from + ((value - least) / (most - least)) * (to - from),
  };
}
