namespace LatentWalk.Trainer.Report;

/// <summary>How the page looks, on light and on dark screens.</summary>
internal static class RunPageStyle
{
    public const string Text = """
        :root{color-scheme:light dark;--back:#f6f7f9;--card:#fff;--text:#1d2129;--soft:#667085;--line:#e3e6ec;--s0:#2f6fe4;--s1:#d9622b;--s2:#1d9a6c;--s3:#8b5cf6;--good:#17875c;--bad:#c8372d;--calm:#2f6fe4}
        @media(prefers-color-scheme:dark){:root{--back:#111318;--card:#1a1d24;--text:#e6e8ee;--soft:#98a1b3;--line:#2b303b;--s0:#6ea0ff;--s1:#f59a62;--s2:#4fcf9d;--s3:#b79bff;--good:#4fcf9d;--bad:#ff7b6e;--calm:#6ea0ff}}
        *{box-sizing:border-box}
        body{margin:0;background:var(--back);color:var(--text);font:15px/1.55 system-ui,-apple-system,"Segoe UI",sans-serif}
        main{max-width:1140px;margin:auto;padding:28px 24px 64px}
        h1{margin:0;font-size:1.7em;overflow-wrap:anywhere}h2{margin:1.9em 0 .6em;font-size:1.15em}h3{margin:1em 0 .3em;font-size:1em}
        .facts{margin:.3em 0 .8em;color:var(--soft)}.facts b{color:var(--text)}.facts .live{color:var(--good)}
        .progress{height:5px;border-radius:3px;background:var(--line);overflow:hidden}.progress i{display:block;height:100%;background:var(--s0)}
        .verdict{margin-top:22px;padding:18px 22px;background:var(--card);border:1px solid var(--line);border-left:6px solid var(--good);border-radius:10px}
        .verdict.bad{border-left-color:var(--bad)}.verdict.calm{border-left-color:var(--calm)}
        .verdict h2{margin:0;font-size:1.45em;color:var(--good)}.verdict.bad h2{color:var(--bad)}.verdict.calm h2{color:var(--calm)}
        .said{font-size:1.06em;margin:.4em 0}.also{margin:.5em 0;color:var(--soft)}
        .knobs{margin:.2em 0;padding-left:1.2em}.knobs li{margin:.25em 0}
        code,pre{font:13px/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;background:var(--back);border:1px solid var(--line);border-radius:5px;overflow-wrap:anywhere}
        code{padding:1px 5px}pre{padding:8px 12px;margin:.4em 0;white-space:pre-wrap}
        .small{font-size:.87em;color:var(--soft);overflow-wrap:anywhere}
        figure{margin:0}figcaption{font-size:.82em;color:var(--soft)}
        .row{display:flex;flex-wrap:wrap;gap:24px;align-items:flex-start}
        .sheet{flex:1 1 440px;max-width:640px}.film{flex:0 1 360px}.sheet img,.film img{display:block;width:100%;border-radius:8px;}.small-sheet img,.kin img{image-rendering:pixelated}
        .sheet figcaption,.film figcaption{margin-top:6px}
        .cells{position:relative}.cells i{position:relative;z-index:1}
        .cells{display:grid;grid-template-columns:repeat(8,1fr);grid-template-rows:repeat(8,1fr);aspect-ratio:1}
        .cells img{position:absolute;inset:0;height:100%}.cells i:hover{outline:2px solid var(--s0);outline-offset:-1px;border-radius:3px}
        .strip{display:grid;grid-template-columns:repeat(auto-fill,minmax(158px,1fr));gap:10px;margin-top:16px}.strip img{display:block;width:100%;border-radius:6px}.strip figcaption{text-align:center}
        .plots{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,480px),1fr));gap:14px}
        .plot{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:10px 12px 4px}
        .plot figcaption{display:flex;flex-wrap:wrap;justify-content:space-between;gap:2px 10px}.plot figcaption>b{color:var(--text)}
        .curve{margin-left:12px;white-space:nowrap}.curve b{color:var(--text);font-variant-numeric:tabular-nums}
        .key{display:inline-block;width:10px;height:10px;border-radius:2px;margin-right:4px}
        .key.s0{background:var(--s0)}.key.s1{background:var(--s1)}.key.s2{background:var(--s2)}.key.s3{background:var(--s3)}
        svg{display:block;width:100%}svg text{font-size:10.5px;fill:var(--soft);font-variant-numeric:tabular-nums}
        polyline{fill:none;stroke-width:1.7;stroke-linejoin:round}polyline.s0{stroke:var(--s0)}polyline.s1{stroke:var(--s1)}polyline.s2{stroke:var(--s2)}polyline.s3{stroke:var(--s3)}
        circle.s0{fill:var(--s0)}circle.s1{fill:var(--s1)}circle.s2{fill:var(--s2)}circle.s3{fill:var(--s3)}
        .grid{stroke:var(--line)}.mark{stroke:var(--soft);stroke-dasharray:3 4}.level{stroke:var(--soft);opacity:.7;stroke-dasharray:1 3}
        table{border-collapse:collapse;width:100%;background:var(--card);border:1px solid var(--line);border-radius:10px}
        td,th{padding:5px 12px;text-align:left;border-bottom:1px solid var(--line);vertical-align:top}tr:last-child td{border-bottom:0}
        .number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}.fields{margin-top:6px}.fields td{overflow-wrap:anywhere}
        details{margin-top:10px}summary{cursor:pointer;color:var(--soft)}
        .neighbours{display:grid;grid-template-columns:repeat(auto-fill,minmax(250px,1fr));gap:12px}
        .kin span{display:flex;gap:3px}.kin img{width:calc(25% - 3px);aspect-ratio:1;border-radius:5px;object-fit:cover}.kin .drawn{outline:2px solid var(--s0);outline-offset:-1px;margin-right:5px}
        """;
}
