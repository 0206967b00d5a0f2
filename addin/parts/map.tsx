import { type PointerEvent, useRef, useState } from 'react';
import { type Drawing, drawingOf, type MapGroup, type MapPlace, type Point } from './map-drawing';
import { colour, cssSet } from './style';

/** SVG keeps its colours when the system's are forced, so they are asked for. */
const forced = '@media (forced-colors: active)';

const drawn = cssSet({
  whole: {
    display: 'block',
    width: '100%',
    height: 'auto',
    border: `1px solid ${colour.line}`,
    borderRadius: 8,
    background: colour.card,
    fontFamily: 'inherit',
    // A finger that scrolls the pane must not be caught by the map; only its dots are dragged.
    touchAction: 'pan-y',
  },
  link: {
    stroke: colour.accent,
    strokeWidth: 1.2,
    strokeOpacity: 0.6,
    fill: colour.accent,
    fillOpacity: 0.1,
    selectors: { [forced]: { stroke: 'CanvasText', fill: 'none', strokeOpacity: 1 } },
  },
  marked: {
    strokeOpacity: 1,
    strokeWidth: 2.5,
    fillOpacity: 0.22,
    selectors: { [forced]: { stroke: 'Highlight' } },
  },
  dot: {
    fill: colour.page,
    stroke: colour.accent,
    strokeWidth: 1.2,
    selectors: { [forced]: { fill: 'Canvas', stroke: 'CanvasText' } },
  },
  movable: { cursor: 'grab', touchAction: 'none' },
  chosen: { fill: colour.accent, selectors: { [forced]: { fill: 'Highlight' } } },
  number: {
    fill: colour.text,
    fontWeight: 600,
    textAnchor: 'middle',
    pointerEvents: 'none',
    userSelect: 'none',
    selectors: { [forced]: { fill: 'CanvasText' } },
  },
  onChosen: { fill: colour.onAccent, selectors: { [forced]: { fill: 'HighlightText' } } },
  name: {
    fill: colour.text,
    fontSize: 10,
    fontWeight: 600,
    pointerEvents: 'none',
    paintOrder: 'stroke',
    stroke: colour.card,
    strokeWidth: 3,
    strokeLinejoin: 'round',
    selectors: { [forced]: { fill: 'CanvasText', stroke: 'Canvas' } },
  },
  drag: {
    stroke: colour.text,
    strokeWidth: 1.5,
    strokeDasharray: '4 3',
    selectors: { [forced]: { stroke: 'Highlight' } },
  },
  scale: { stroke: colour.quiet, strokeWidth: 1.2, selectors: { [forced]: { stroke: 'CanvasText' } } },
  scaleWords: { fill: colour.quiet, fontSize: 9, selectors: { [forced]: { fill: 'CanvasText' } } },
});

interface PlaceMapProps {
  /** What a screen reader is told; what the map shows must stand in words beside it. */
  readonly label: string;
  readonly places: readonly MapPlace[];
  readonly groups: readonly MapGroup[];
  readonly chosen?: string | undefined;
  readonly marked?: number | undefined;
  readonly onChoose?: ((place: string) => void) | undefined;
  /** A dot was dragged onto another group. */
  readonly onDrop?: ((place: string, group: number) => void) | undefined;
}

interface Dragging {
  readonly place: string;
  readonly from: Point;
  readonly to: Point;
}

/** Less than this is a press, not a drag. */
const stillPress = 6;

/** Places by easting and northing, north above, groups joined by lines. No tiles: nobody learns which places are looked at. */
export function PlaceMap({ label, places, groups, chosen, marked, onChoose, onDrop }: PlaceMapProps) {
  const whole = useRef<SVGSVGElement>(null);
  const [dragging, setDragging] = useState<Dragging>();
  const drawing = drawingOf(places, groups);
  const pointOf = ({ clientX, clientY }: PointerEvent): Point => {
    const box = whole.current?.getBoundingClientRect();
    if (box === undefined || box.width === 0) return { x: 0, y: 0 };
    const scale = drawing.width / box.width;
    return { x: (clientX - box.left) * scale, y: (clientY - box.top) * scale };
  };
  const release = (event: PointerEvent): void => {
    if (dragging === undefined) return;
    setDragging(undefined);
    const to = pointOf(event);
    const far = Math.hypot(to.x - dragging.from.x, to.y - dragging.from.y);
    if (far < stillPress) onChoose?.(dragging.place);
    else {
      const group = drawing.groupAt(to, dragging.place);
      if (group !== undefined) onDrop?.(dragging.place, group);
    }
  };
  return (
    <svg
      ref={whole}
      role="img"
      aria-label={label}
      viewBox={`0 0 ${drawing.width} ${drawing.height}`}
      className={drawn.whole}
      onPointerMove={(event) => {
        if (dragging !== undefined) setDragging({ ...dragging, to: pointOf(event) });
      }}
      onPointerUp={release}
      onPointerCancel={() => setDragging(undefined)}
    >
      <Links drawing={drawing} marked={marked} />
      <Dots
        drawing={drawing}
        chosen={chosen}
        onPress={
          onChoose === undefined
            ? undefined
            : (place, event) => {
                whole.current?.setPointerCapture(event.pointerId);
                const from = pointOf(event);
                setDragging({ place, from, to: from });
              }
        }
      />
      <Names drawing={drawing} chosen={chosen} />
      {dragging === undefined ? null : (
        <line x1={dragging.from.x} y1={dragging.from.y} x2={dragging.to.x} y2={dragging.to.y} className={drawn.drag} />
      )}
      <Scale drawing={drawing} />
    </svg>
  );
}

interface DotsProps {
  readonly drawing: Drawing;
  readonly chosen: string | undefined;
  readonly onPress: ((place: string, event: PointerEvent) => void) | undefined;
}

function Dots({ drawing, chosen, onPress }: DotsProps) {
  return (
    <>
      {drawing.dots.map(({ key, at, name, number, radius }) => (
        <g
          key={key}
          className={onPress === undefined ? undefined : drawn.movable}
          onPointerDown={(event) => onPress?.(key, event)}
        >
          <title>{name}</title>
          <circle
            cx={at.x}
            cy={at.y}
            r={radius}
            className={key === chosen ? `${drawn.dot} ${drawn.chosen}` : drawn.dot}
          />
          <text
            x={at.x}
            y={at.y + radius * 0.36}
            fontSize={radius + 1}
            className={key === chosen ? `${drawn.number} ${drawn.onChosen}` : drawn.number}
          >
            {number}
          </text>
        </g>
      ))}
    </>
  );
}

function Links({ drawing, marked }: { readonly drawing: Drawing; readonly marked: number | undefined }) {
  return (
    <>
      {drawing.links.map(({ group, points }) => (
        <polygon
          key={group}
          points={points.map(({ x, y }) => `${x},${y}`).join(' ')}
          className={group === marked ? `${drawn.link} ${drawn.marked}` : drawn.link}
        />
      ))}
    </>
  );
}

/** Names stand where there is room for them; the chosen place always has its own. */
function Names({ drawing, chosen }: { readonly drawing: Drawing; readonly chosen: string | undefined }) {
  return (
    <>
      {drawing.dots
        .filter(({ key, named }) => named || key === chosen)
        .map(({ key, name, at, radius, toLeft }) => (
          <text
            key={key}
            x={toLeft ? at.x - radius - 3 : at.x + radius + 3}
            y={at.y + 4}
            textAnchor={toLeft ? 'end' : 'start'}
            className={drawn.name}
          >
            {name}
          </text>
        ))}
    </>
  );
}

function Scale({ drawing }: { readonly drawing: Drawing }) {
  const { kilometres, length } = drawing.scale;
  const y = drawing.height - 10;
  return (
    <g>
      <path d={`M10 ${y - 4} v4 h${length} v-4`} fill="none" className={drawn.scale} />
      <text x={16 + length} y={y} className={drawn.scaleWords}>{`${kilometres} km`}</text>
    </g>
  );
}
