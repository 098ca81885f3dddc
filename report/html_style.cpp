// The style sheet of the HTML report: see html_assets.hpp. Signs say what colours say; paper is always light.
#include "report/html_assets.hpp"

namespace roadlint::report {

const std::string_view html_style = R"css(
:root {
  color-scheme: light dark;
  --ground: #fff; --panel: #f4f6f8; --text: #1b1f24; --soft: #57606a; --line: #c9d1d9; --link: #0b57a4;
  --error: #b3261e; --warning: #8a5300; --note: #1f5fa8; --undecidable: #6a3fa0; --good: #1d6b37;
  --error-ground: #fbe3e1; --warning-ground: #fdeccd; --note-ground: #e0ecfa; --undecidable-ground: #efe6fa;
  --bar: #6b8fb8; --bar-good: #5fa777; --bar-bad: #d0564d; --band: #9db8d6; --mark: #ffe58a;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --ground: #14181d; --panel: #1e242b; --text: #e6e9ed; --soft: #a3adb8; --line: #3d4752; --link: #8ec1ff;
    --error: #ff9c93; --warning: #f5bf66; --note: #93c2ff; --undecidable: #cdb0ff; --good: #83d39c;
    --error-ground: #4a2220; --warning-ground: #443212; --note-ground: #1d3450; --undecidable-ground: #37284f;
    --bar: #55799f; --bar-good: #3f7d55; --bar-bad: #a8443c; --band: #44607f; --mark: #6b5600;
  }
}
* { box-sizing: border-box; }
html[lang="en"] .l[lang="de"], html[lang="de"] .l[lang="en"] { display: none; }
body {
  margin: 0 auto; max-width: 1500px; padding: 1rem; background: var(--ground); color: var(--text);
  font: 1rem/1.5 system-ui, "Segoe UI", "Liberation Sans", Arial, sans-serif; overflow-wrap: anywhere;
}
bdi { white-space: pre-line; }
.l { direction: ltr; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0; }
h2 { font-size: 1.3rem; margin: 2.2rem 0 .5rem; padding-bottom: .2rem; border-bottom: 2px solid var(--line); }
h3 { font-size: 1rem; margin: 0 0 .3rem; }
p { margin: .4rem 0; max-width: 75rem; }
code, pre { font-family: "DejaVu Sans Mono", "Liberation Mono", Consolas, monospace; font-size: .875em; }
details { margin: .5rem 0; }
summary { cursor: pointer; color: var(--link); }
button, select, input { font: inherit; color: inherit; background: var(--ground); border: 1px solid var(--soft);
  border-radius: 4px; padding: .3rem .6rem; max-width: 100%; }
button { cursor: pointer; }
[hidden] { display: none !important; }
.skip { position: absolute; left: -100rem; }
.skip:focus { position: static; }
.for-readers { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.contents, .contents ul { display: flex; flex-wrap: wrap; gap: .1rem 1.1rem; padding: 0; margin: .8rem 0 0; }
.contents ul { list-style: none; margin: 0; }
.bar { display: flex; flex-wrap: wrap; gap: .5rem 1rem; justify-content: space-between; align-items: start; }
.summary { font-size: 1.15rem; margin-top: .8rem; }
.answer { font-weight: bold; }
.remark { border-left: 4px solid var(--warning); padding-left: .6rem; }
.letterhead { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; margin: .8rem 0; }
.letterhead dt { color: var(--soft); }
.letterhead dd { margin: 0; }
.tiles { list-style: none; display: flex; flex-wrap: wrap; gap: .6rem; padding: 0; margin: .8rem 0; }
.tile { border: 1px solid var(--line); border-left-width: 6px; border-radius: 4px; padding: .3rem .8rem; background: var(--panel); }
.sign, .badge:not(.guess)::before, .matrix td > *::before { display: inline-block; min-width: 1em; margin-right: .15em;
  text-align: center; font-weight: bold; }
/* The second content has no words for those who hear the page; browsers that do not know it take the first. */
.error > .sign::before, .badge.error::before, td.error > *::before { content: "\00d7"; content: "\00d7" / ""; }
.warning > .sign::before, .badge.warning::before, td.warning > *::before { content: "!"; content: "!" / ""; }
.note > .sign::before, .badge.note::before, td.note > *::before { content: "i"; content: "i" / ""; }
.undecidable > .sign::before, .badge.undecidable::before, td.undecidable > *::before { content: "?"; content: "?" / ""; }
.error { --own: var(--error); --own-ground: var(--error-ground); }
.warning { --own: var(--warning); --own-ground: var(--warning-ground); }
.note { --own: var(--note); --own-ground: var(--note-ground); }
.tile.undecidable, .badge.undecidable, .key.undecidable { --own: var(--undecidable); --own-ground: var(--undecidable-ground); }
.tile { border-left-color: var(--own); }
.tile .sign, .key .sign { color: var(--own); }
.legend { display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; color: var(--soft); font-size: .9rem; }
.key { white-space: nowrap; }
.swatch { vertical-align: -2px; }
.scroll { overflow-x: auto; max-width: 100%; position: relative; }
.scroll > svg { display: block; min-width: 820px; width: 100%; max-width: 1300px; height: auto; }
aside { margin: .8rem 0; }
aside { background: var(--panel); border: 1px solid var(--line); border-radius: 4px; padding: .6rem .9rem; font-size: .9rem; }
aside ul { margin: .3rem 0; padding-left: 1.1rem; columns: 18rem; column-gap: 2rem; }
aside li { break-inside: avoid; }
table { border-collapse: collapse; font-size: .875rem; }
th, td { border: 1px solid var(--line); padding: .2rem .5rem; text-align: left; vertical-align: top; }
.plain { width: 100%; min-width: 40rem; }
.plain th, .plain td { max-width: 30rem; font-weight: normal; }
.plain thead th { background: var(--panel); font-weight: bold; overflow-wrap: normal; }
.number { text-align: right; white-space: nowrap; }
.matrix th[scope="row"] { font-weight: normal; min-width: 11rem; max-width: 26rem; padding-left: 1rem; }
/* Names stay in sight while the cells move behind them. */
.matrix th[scope="row"], .matrix thead th:first-child { position: sticky; left: 0; z-index: 1; }
.matrix th[scope="row"] { background: var(--ground); box-shadow: inset -1px 0 var(--line); }
.matrix .stays { position: sticky; left: .5rem; display: inline-block; max-width: 70vw; }
.matrix .group th { background: var(--panel); font-weight: normal; }
.matrix thead th { background: var(--panel); vertical-align: bottom; }
.matrix .rule { height: 9.5rem; padding: .3rem .2rem; text-align: left; }
.matrix .rule span { writing-mode: vertical-rl; transform: rotate(180deg); max-height: 9rem; overflow: hidden;
  display: inline-block; line-height: 1.1; font-weight: normal; }
.matrix td { padding: 0; text-align: center; min-width: 3.1rem; background: var(--own-ground); }
.matrix td > * { display: block; padding: .25rem .2rem; color: var(--own); text-decoration: none; font-weight: bold; white-space: nowrap; }
.matrix td.undecidable { outline: 2px dashed var(--own); outline-offset: -3px; }
.matrix td a:hover { text-decoration: underline; }
svg text { fill: var(--text); font: 12px system-ui, "Segoe UI", "Liberation Sans", Arial, sans-serif; unicode-bidi: isolate; }
svg .end { text-anchor: end; }
svg .roadmap { font-weight: bold; font-size: 13px; paint-order: stroke; stroke: var(--ground); stroke-width: 4px; }
svg .goal { fill: var(--soft); }
svg .year { fill: var(--soft); font-size: 11px; }
svg .grid { stroke: var(--line); stroke-width: 1; }
svg .rule { stroke: var(--soft); stroke-width: 1; }
svg line.today { stroke: var(--note); stroke-width: 2; stroke-dasharray: 6 3; }
svg text.today { fill: var(--note); font-weight: bold; }
.bar rect, .bar path { fill: var(--bar); stroke: var(--text); stroke-width: .8; }
.bar.achieved rect { fill: var(--bar-good); }
.bar.abandoned rect { fill: none; stroke-dasharray: 2 2; }
.bar.overdue path { fill: var(--bar-bad); }
.bar.out-of-order rect, .bar.out-of-order path { stroke: var(--error); stroke-width: 2.4; stroke-dasharray: 4 2; }
.bar.overdue text, .bar.out-of-order text { fill: var(--error); font-weight: bold; }
.bar .label { paint-order: stroke; stroke: var(--ground); stroke-width: 3px; font-size: 11px; }
.arrow path { fill: none; stroke: var(--soft); stroke-width: 1.2; }
.arrow .head { fill: var(--soft); stroke: none; }
.arrow.wrong path { stroke: var(--error); stroke-dasharray: 4 2; stroke-width: 1.6; }
.arrow.wrong .head { fill: var(--error); }
.band path { stroke: var(--bar); stroke-width: .5; }
.band path:not(.twice) { fill: var(--band); fill-opacity: .75; }
.band path.twice { stroke: var(--error); stroke-width: 1.2; }
.band.unknown path { fill: none; stroke: var(--soft); stroke-width: 1.5; stroke-dasharray: 6 4; }
.band.unknown path.twice { stroke: var(--error); }
.hatch { fill: var(--error); fill-opacity: .55; }
.hatch-ground { fill: var(--band); }
.node { fill: var(--text); }
svg .sum { fill: var(--soft); font-size: 11px; }
.twice-label { paint-order: stroke; stroke: var(--ground); stroke-width: 4px; font-weight: bold; font-size: 11px; }
svg text.twice-label { fill: var(--error); }
.figures { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 19rem), 1fr)); }
figure { margin: 0; padding: .6rem .8rem; border: 1px solid var(--line); border-radius: 4px; break-inside: avoid; }
figure svg { display: block; width: 100%; height: auto; max-width: 420px; }
svg .path { stroke: var(--soft); stroke-width: 1.5; stroke-dasharray: 5 4; }
polyline.measured { fill: none; stroke: var(--note); stroke-width: 1.5; }
circle.measured { fill: var(--note); stroke: var(--ground); stroke-width: 1; }
.end-point { fill: var(--ground); stroke: var(--text); stroke-width: 1.5; }
svg .value { font-size: 11px; paint-order: stroke; stroke: var(--ground); stroke-width: 3px; }
.standing { font-size: .9rem; }
.behind .standing, .not-reached .standing { color: var(--error); }
.behind .sign::before { content: "\25bc"; }
.not-reached .sign::before { content: "\d7"; }
.on-the-way .standing, .reached .standing { color: var(--good); }
.on-the-way .sign::before { content: "\25b2"; }
.reached .sign::before { content: "\2713"; }
.no-path .sign::before { content: "?"; }
#filter { display: grid; gap: .5rem .8rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 13rem), 1fr));
  align-items: end; padding: .7rem; background: var(--panel); border: 1px solid var(--line); border-radius: 4px; }
#filter label { display: grid; font-size: .85rem; color: var(--soft); }
#filter select, #filter input { color: var(--text); width: 100%; }
#filter select, #filter input, #filter button { height: 2.2rem; }
#shown { font-weight: bold; }
#chosen { display: none; }
#chosen bdi:not(:last-child)::after { content: "; "; }
.findings { list-style: none; padding: 0; margin: .5rem 0; }
/* No list items: browsers count those anew, all of them, whenever one is hidden. */
.finding { display: block; border: 1px solid var(--line); border-left: 6px solid var(--own); border-radius: 4px; padding: .6rem .8rem;
  margin: 0 0 .7rem; content-visibility: auto; contain-intrinsic-size: auto 210px; }
.finding:target { outline: 3px solid var(--link); }
.badge { display: inline-block; padding: 0 .5rem 0 .2rem; border-radius: 3px; color: var(--own, var(--soft));
  background: var(--own-ground, var(--panel)); font-size: .85rem; font-weight: bold; }
.guess { padding-left: .5rem; }
.anchor::before { content: "#"; content: "#" / ""; }
.rest { color: var(--soft); }
.nothing::first-letter { text-transform: uppercase; }
.meta { font-size: .9rem; color: var(--soft); }
.meta code { color: var(--text); }
.place { font-family: "DejaVu Sans Mono", "Liberation Mono", Consolas, monospace; font-size: .85em; color: var(--soft); }
.meta > :not(.anchor) { margin-right: .6rem; }
.anchor { text-decoration: none; white-space: nowrap; }
.derived { color: var(--soft); }
pre { margin: .3rem 0; padding: .3rem .6rem; background: var(--panel); border-radius: 3px; white-space: pre-wrap; }
pre bdi, pre mark { white-space: pre-wrap; }
pre .number { color: var(--soft); padding-right: .8rem; user-select: none; }
mark { background: var(--mark); color: var(--text); border-bottom: 2px solid var(--error); unicode-bidi: isolate; }
.finding dl { display: grid; grid-template-columns: minmax(6.5rem, max-content) minmax(0, 1fr); gap: .1rem .9rem; margin: .3rem 0; font-size: .92rem; }
.finding dt { grid-column: 1; color: var(--soft); }
.finding dd { grid-column: 2; margin: 0; }
.finding ul { margin: 0; padding-left: 1.1rem; }
.besides { padding-left: 0; list-style: none; }
@media (max-width: 600px) {
  body { padding: .6rem; }
  .finding dl, .letterhead { grid-template-columns: minmax(0, 1fr); }
  .finding dd, .finding dt { grid-column: 1; }
  .finding dd { margin-bottom: .3rem; }
  .matrix th[scope="row"] { min-width: 8.5rem; max-width: 9.5rem; padding-left: .4rem; hyphens: auto; }
}
@page { size: A4; margin: 15mm 14mm; }
@media print {
  :root { color-scheme: light; }
  html { font-size: 9pt; }
  body { max-width: none; padding: 0; line-height: 1.35; }
  .finding { padding: .35rem .6rem; margin-bottom: .45rem; }
  .finding details { margin: .2rem 0; }
  #filter, html:not(.filtered) #shown, #language, .contents, .skip, .anchor { display: none !important; }
  html.filtered #chosen { display: block; font-weight: bold; }
  .scroll { overflow: visible; }
  .scroll > svg { min-width: 0; max-height: 245mm; break-inside: avoid; }
  .matrix, .plain { width: calc(100% - 1px); min-width: 0; font-size: 7.5pt; }
  .matrix th[scope="row"] { min-width: 0; }
  .matrix th[scope="row"], .matrix thead th:first-child, .matrix .stays { position: static; max-width: none; }
  .matrix td { min-width: 0; }
  .matrix td.undecidable { outline-width: 1px; outline-offset: -1px; }
  .matrix td > * { padding: 1pt; }
  thead { display: table-header-group; }
  tr, .tile, pre { break-inside: avoid; }
  h2, h3, summary, .legend, h2 ~ p { break-after: avoid; }
  p, aside { break-inside: avoid; }
  .finding { content-visibility: visible; break-inside: avoid; }
  .finding summary { display: none; }
  summary { color: var(--text); list-style: none; font-weight: bold; }
  details::details-content { content-visibility: visible; block-size: auto; height: auto; }
  .tile, .matrix td, .badge, mark, .group th, thead th { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  a { color: inherit; text-decoration: none; }
}
)css";

}  // namespace roadlint::report
