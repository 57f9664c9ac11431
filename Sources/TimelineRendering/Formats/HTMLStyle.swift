/// The style sheet of the HTML page: light, dark and print, without any outside resource.
enum HTMLStyle {
  static let text: StaticString = """
    :root{--bg:#fff;--fg:#1b1f24;--soft:#5b6570;--line:#d5dae0;--panel:#f5f7f9;--accent:#0b5cad;
    --occurred:#1a7f4b;--planned:#9a6700;--proposed:#7a4fb5;--denied:#b42318;--cancelled:#8a2f2f;
    --alleged:#6b5b00;--unknown:#5b6570;--mark:#fff3bf}
    @media (prefers-color-scheme:dark){:root{--bg:#14171a;--fg:#e6e8eb;--soft:#9aa4ae;
    --line:#333a41;--panel:#1d2226;--accent:#7ab8ff;--occurred:#5fce93;--planned:#e8b64c;
    --proposed:#c3a5f5;--denied:#ff8f85;--cancelled:#e59a9a;--alleged:#d8c75a;--unknown:#9aa4ae;
    --mark:#4a4000}}
    *{box-sizing:border-box}
    body{margin:0 auto;max-width:72rem;padding:1rem;background:var(--bg);color:var(--fg);
    font:16px/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
    h1{font-size:1.5rem;line-height:1.25;margin:.25rem 0}
    h2{font-size:1.1rem;margin:1.75rem 0 .5rem;border-bottom:1px solid var(--line)}
    h3{font-size:1rem;margin:0;font-weight:600}
    p{margin:.25rem 0}a{color:var(--accent)}
    .soft{color:var(--soft);font-size:.9rem}
    #controls{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.5rem,1fr));gap:.5rem;
    background:var(--panel);border:1px solid var(--line);border-radius:.5rem;padding:.75rem;
    margin:.75rem 0}
    #controls label{font-size:.85rem;color:var(--soft);min-width:0}
    #reset{align-self:end;justify-self:start}
    #controls input,#controls select{display:block;width:100%;font:inherit;padding:.3rem .4rem;
    color:var(--fg);background:var(--bg);border:1px solid var(--line);border-radius:.3rem}
    button{font:inherit;padding:.25rem .7rem;color:var(--fg);background:var(--bg);
    border:1px solid var(--line);border-radius:.3rem;cursor:pointer}
    :focus-visible{outline:3px solid var(--accent);outline-offset:1px}
    #chart{border:1px solid var(--line);border-radius:.5rem;touch-action:pan-y;margin:.5rem 0}
    #chart svg{display:block;width:100%}
    #chart text{fill:var(--fg);font-size:12px}#chart .tick{fill:var(--soft)}
    #chart .axis{stroke:var(--line)}#chart .bin{fill:var(--soft);opacity:.45}
    #chart .hit{cursor:pointer}
    #zoom{display:flex;flex-wrap:wrap;gap:.4rem;align-items:center}
    ol.events{list-style:none;margin:0;padding:0}
    ol.events>li{display:grid;grid-template-columns:9.5rem 1fr;gap:.25rem 1rem;padding:.6rem .25rem;
    border-bottom:1px solid var(--line)}
    @media screen{ol.events>li{content-visibility:auto;contain-intrinsic-size:auto 8rem}}
    ol.events>li:target{background:var(--mark)}
    ol.events>li[hidden]{display:none}
    .when{font-variant-numeric:tabular-nums;font-weight:600}
    .badge{display:inline-block;border:1px solid currentColor;border-radius:.3rem;padding:0 .35rem;
    font-size:.8rem;font-weight:600;margin-right:.35rem}
    .occurred{color:var(--occurred)}.planned{color:var(--planned)}.proposed{color:var(--proposed)}
    .denied{color:var(--denied)}.cancelled{color:var(--cancelled)}.alleged{color:var(--alleged)}
    .unknown,.stage{color:var(--unknown)}
    li.denied-event h3 .t,li.cancelled-event h3 .t{text-decoration:line-through}
    blockquote{margin:.35rem 0 .1rem;padding-left:.7rem;border-left:3px solid var(--line)}
    .id{font:.8rem ui-monospace,monospace;color:var(--soft)}
    @media (max-width:40rem){ol.events>li{grid-template-columns:1fr}body{padding:.75rem}}
    @media print{#controls,#zoom,.noprint{display:none!important}body{max-width:none;font-size:10pt}
    :root{--bg:#fff;--fg:#000;--soft:#444;--line:#bbb}
    ol.events>li,#chart{break-inside:avoid}h2{break-after:avoid}a{color:inherit}}

    """
}
