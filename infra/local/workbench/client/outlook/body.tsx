import { useRef, useState } from 'react';

/** The line and the space above the text, in pixels. */
const aboveText = 17;

/** Somebody else's HTML: in a frame of its own that may open links and nothing else. */
export function Body({ html }: { readonly html: string }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState(0);
  const dark = document.documentElement.dataset['shade'] === 'dark';
  const style = `body{margin:0;font:15px/1.5 "Segoe UI",system-ui,sans-serif;color:${dark ? '#f0f0f0' : '#242424'};overflow-wrap:anywhere}a{color:${dark ? '#7fc9b5' : '#1f5c4d'}}`;
  return (
    <iframe
      ref={frame}
      className="item-body"
      title="Text"
      style={{ height }}
      sandbox="allow-popups allow-popups-to-escape-sandbox allow-same-origin"
      srcDoc={`<!doctype html><html lang="en-GB"><head><title>Text</title><base target="_blank"><style>${style}</style></head><body>${html}</body></html>`}
      onLoad={() => setHeight((frame.current?.contentDocument?.documentElement.scrollHeight ?? 0) + aboveText)}
    />
  );
}
