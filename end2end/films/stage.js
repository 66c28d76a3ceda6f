// What the films share: the clock, gentle movement, and the palette and figures of the course's drawings
// (safer-internet/media/four-cs.svg). Not what happens in a film: that is its own page's.
//
// A film is a page with <svg id="stage" viewBox="0 0 320 320">. Opened in a browser it plays; with `?t=12000` it stands still at
// twelve seconds; make.mjs calls seek() for each frame. Nothing depends on anything but the time, so every run shows the same.
// Below y = 236 lies the ground, which is left empty: there the captions stand.

const style = `
  html, body { margin: 0; background: #faf5ea }
  svg { display: block; inline-size: min(100vw, 100vh); block-size: auto; margin: auto }
  .ground { fill: #e2ebdf }
  .field { fill: #fffdf8; stroke: #123f3f; stroke-width: 2.5; stroke-linejoin: round }
  .line { fill: none; stroke: #1d5c59; stroke-width: 3; stroke-linecap: round; stroke-linejoin: round }
  .soft { stroke: #7fa9a1 }
  .child { fill: #e5a02f; stroke: #123f3f; stroke-width: 2.5; stroke-linejoin: round }
  .other { fill: #cfe0da; stroke: #123f3f; stroke-width: 2.5; stroke-linejoin: round }
  .helper { fill: #8fbfb3; stroke: #123f3f; stroke-width: 2.5; stroke-linejoin: round }
  .ink { fill: #1d5c59 }
  .mark { fill: #123f3f }
  .dashed { stroke-dasharray: 1 7 }`;

// Figures stand on the point they are put at; things have it in their middle.
const figures = `
  <g id="child"><path class="child" d="M-24 0v-16a24 24 0 0 1 48 0v16z"/><circle class="child" cy="-57" r="17"/><circle class="mark" cy="-18" r="6.5"/></g>
  <g id="adult"><path class="other" d="M-34 0v-23a34 34 0 0 1 68 0v23z"/><circle class="other" cy="-81" r="24"/></g>
  <g id="helper"><path class="helper" d="M-34 0v-23a34 34 0 0 1 68 0v23z"/><circle class="helper" cy="-81" r="24"/>
    <path class="line" d="M-13 -52L0 -30L13 -52" style="stroke-width:2.5"/><rect class="field" x="-8" y="-30" width="16" height="18" rx="3"/></g>
  <g id="envelope"><rect class="field" x="-24" y="-16" width="48" height="32" rx="4"/><path class="line" d="M-22 -14L0 4L22 -14" style="stroke-width:2.5"/>
    <circle class="child" cy="3" r="6.5"/></g>
  <g id="phone"><rect class="other" x="-32" y="-52" width="64" height="104" rx="11"/><rect class="field" x="-25" y="-42" width="50" height="78" rx="4"/>
    <path class="line" d="M-7 44h14" style="stroke-width:3"/></g>
  <g id="ear"><path class="line" d="M-10 -3a11 11 0 1 1 20 6c-3 4 -6 5 -6 10a6.5 6.5 0 0 1 -12.500 1.500M-4 -3a5 5 0 1 1 8.500 3.500c-2 2 -4.500 3 -4.500 6"/></g>
  <g id="sheet"><path class="field" d="M-12 -16h16l8 8v24h-24z"/><path class="line" d="M-6 -3h12M-6 3h12M-6 9h7" style="stroke-width:2.500"/></g>
  <g id="handset"><path class="ink" d="M-14 -9c0 -4 3 -6 6 -6c2 0 3 1 4 3l2 6c1 2 0 3 -1 4l-2 2c2 4 4 6 8 8l2 -2c1 -1 2 -2 4 -1l6 2c2 1 3 2 3 4c0 3 -2 6 -6 6c-14 0 -26 -12 -26 -26z"/></g>
  <g id="tick"><circle class="helper" r="15"/><path class="line" d="M-6.500 0.500l4.500 5l9 -10" style="stroke-width:3.500;stroke:#123f3f"/></g>`;

const svg = document.getElementById('stage');
svg.insertAdjacentHTML('afterbegin', `<style>${style}</style><defs>${figures}</defs>`);

const $ = (id) => document.getElementById(id);
const short = (number) => Number(number.toFixed(3));
const mix = (from, to, share) => from + (to - from) * share;

/** 0 until `from`, 1 after `to`, gently in between; in seconds. */
function gently(t, from, to) {
  const share = Math.min(1, Math.max(0, (t - from) / (to - from)));
  return share * share * (3 - 2 * share);
}

/** Comes at `from` and goes at `to`, each within a little time. */
const during = (t, from, to, within = 0.8) => gently(t, from, from + within) - gently(t, to - within, to);

/** Puts something somewhere, so large, so visible, so much turned. */
function put(id, x, y, { size = 1, seen = 1, turn = 0, wide = 1 } = {}) {
  const there = $(id);
  there.setAttribute('transform', `translate(${short(x)} ${short(y)}) rotate(${short(turn)}) scale(${short(size * wide)} ${short(size)})`);
  there.setAttribute('opacity', short(seen));
}

/** Draws a line (with pathLength="1") as far as `share`. */
function trace(id, share) {
  $(id).setAttribute('stroke-dasharray', '1 2');
  $(id).setAttribute('stroke-dashoffset', short(1 - share));
  $(id).setAttribute('opacity', share > 0 ? 1 : 0);
}

const see = (id, seen) => $(id).setAttribute('opacity', short(seen));

/** Breath: a figure that stands still is still alive. */
const breath = (t, since = 0) => 1 + 0.008 * Math.sin((2 * Math.PI * (t + since)) / 4.5);

/** A line through many points. */
const through = (points) => `M${points.map(([x, y]) => `${short(x)} ${short(y)}`).join('L')}`;

/** The film: so many seconds, the second that its poster shows, and what draws it at a time. */
function film(seconds, poster, draw) {
  Object.assign(window, { seconds, poster, seek: (milliseconds) => draw(milliseconds / 1000) });
  const still = new URLSearchParams(location.search).get('t');
  if (still !== null) return draw(Number(still) / 1000);
  const begun = performance.now();
  const play = () => {
    if (window.stepped) return;
    draw(((performance.now() - begun) / 1000) % seconds);
    requestAnimationFrame(play);
  };
  play();
}
