// The looks of the HTML answer: readable on a phone of 360 pixels and on A4; colour is never the only sign.
#pragma once

#include <string_view>

namespace toets::explanation {

constexpr std::string_view page_style =
    R"css(:root { --ink: #1b1f24; --soft: #57606a; --line: #d0d7de; --paper: #ffffff; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 46rem; padding: 1rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, "Segoe UI", "Liberation Sans", sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.1rem; font-weight: 600; margin: 0 0 .5rem; }
h2 { font-size: 1rem; margin: 0; }
article { border-bottom: 2px solid var(--ink); margin-bottom: 2rem; padding-bottom: 1rem; }
article:last-of-type { border-bottom: 0; }
.verdict { border: 2px solid; border-left-width: .75rem; border-radius: .25rem; padding: .6rem .8rem; margin: 0 0 1rem; }
.verdict strong { display: block; font-size: 1.3rem; line-height: 1.25; }
.refused { border: 2px dashed #b42318; border-radius: .25rem; padding: .6rem .8rem; margin: 0 0 1rem; font-weight: 600; }
.allowed { border-color: #1a7f37; background: #eefbf1; }
.not_allowed { border-color: #b42318; background: #fef3f2; }
.cannot_be_said { border-color: #9a6700; background: #fff8e5; }
.finding { border-top: 1px solid var(--line); padding: .8rem 0; break-inside: avoid; }
.outcome { display: inline-block; border: 1px solid currentColor; border-radius: .25rem; padding: 0 .4rem;
  margin-right: .5rem; font-size: .85rem; font-weight: 600; }
.violated, .missing, .conflicting { color: #b42318; }
.unknown, .pending { color: #7d5300; }
.satisfied, .exempt { color: #1a6b31; }
.replaced, .not_applicable { color: var(--soft); }
.reference { color: var(--soft); font-size: .9rem; margin: .1rem 0 .3rem; }
.finding p { margin: .25rem 0; }
.depth1 { padding-left: 1rem; } .depth2 { padding-left: 2rem; } .depth3 { padding-left: 3rem; }
.depth4, .depth5, .depth6 { padding-left: 4rem; }
.action { border-left: .25rem solid #0550ae; padding-left: .6rem; font-weight: 600; }
.need { border-left: .25rem solid #9a6700; padding-left: .6rem; }
.basis { color: var(--soft); font-size: .85rem; }
.timeline { display: block; width: 100%; max-width: 30rem; height: auto; margin: .5rem 0; }
.timeline text { font-size: 12px; fill: var(--ink); } .timeline .date { fill: var(--soft); }
.timeline .wrong { fill: #b42318; } .timeline .today { fill: #0550ae; stroke: none; font-weight: 600; }
.timeline line { stroke: #57606a; stroke-width: 2; } .timeline .quiet { stroke-dasharray: 2 5; }
.timeline line.today { stroke: #0550ae; stroke-width: 1; stroke-dasharray: 6 3; }
.timeline .start, .timeline .done { fill: #1a7f37; } .timeline .over { fill: #57606a; }
.timeline .open { fill: #ffffff; stroke: #0550ae; stroke-width: 2; }
.timeline .cross { stroke: #b42318; stroke-width: 3; fill: none; }
.legend { color: var(--soft); font-size: .8rem; }
.earliest { border-top: 1px solid var(--line); padding-top: .8rem; font-weight: 600; }
.listing { color: var(--soft); font-size: .9rem; margin: .5rem 0; }
.listing strong { color: var(--ink); }
footer { color: var(--soft); font-size: .85rem; }
@media (max-width: 30rem) { body { padding: .75rem; } .depth1 { padding-left: .75rem; }
  .depth2, .depth3, .depth4, .depth5, .depth6 { padding-left: 1.5rem; } }
@page { size: A4; margin: 18mm; }
@media print { body { max-width: none; padding: 0; font-size: 10.5pt; } article { break-after: page; }
  article:last-of-type { break-after: auto; } .verdict { background: none; } }
)css";

}  // namespace toets::explanation
