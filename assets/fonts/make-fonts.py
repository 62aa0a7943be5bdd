#!/usr/bin/env python3
"""Makes the bundled faces from Debian's fonts-inter, fonts-jetbrains-mono and fonts-noto-cjk (all OFL 1.1):

    apt-get install fonts-inter fonts-jetbrains-mono fonts-noto-cjk python3-fonttools
    python3 assets/fonts/make-fonts.py

JavaFX has no font features, so Inter's tabular figures (tnum) and single-storey a (cv11) are made the default by pointing
the character map at them. Both families are cut to the characters that a user interface of mathematics needs, and renamed,
because the licence reserves the names of the originals for unmodified versions.

Figures have a Japanese face of their own, so that they are alike on every machine and PDF can embed it: Noto Sans CJK JP cut
to what JIS X 0208 has beyond Latin, Greek and Cyrillic, its cubic outlines made quadratic, since PDFBox embeds no others.
"""
import pathlib
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont, newTable
from fontTools import subset

OUT = pathlib.Path(__file__).parents[2] / "src/main/resources/lossloupe/view/fonts"
FIGURES = pathlib.Path(__file__).parents[2] / "src/main/resources/lossloupe/export/figure"
NOTO = pathlib.Path("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc")
INTER = pathlib.Path("/usr/share/fonts/opentype/inter")
JETBRAINS = pathlib.Path("/usr/share/fonts/truetype/jetbrains-mono")
RANGES = [(0x20, 0x7E), (0xA0, 0x17F), (0x370, 0x3FF), (0x2010, 0x2044), (0x2070, 0x209C), (0x20AC, 0x20AC),
          (0x2100, 0x214F), (0x2190, 0x21FF), (0x2200, 0x22FF), (0x2300, 0x23FF), (0x2500, 0x25FF), (0x2600, 0x26FF),
          (0x2713, 0x2718)]


def frozen(font, tags):
    """Characters to the glyphs that single substitutions of `tags` would give."""
    gsub = font["GSUB"].table
    mapping = {}
    for record in gsub.FeatureList.FeatureRecord:
        if record.FeatureTag in tags:
            for index in record.Feature.LookupListIndex:
                for sub in gsub.LookupList.Lookup[index].SubTable:
                    sub = getattr(sub, "ExtSubTable", sub)
                    if hasattr(sub, "mapping"):
                        mapping.update(sub.mapping)
    for table in font["cmap"].tables:
        for code, glyph in table.cmap.items():
            table.cmap[code] = mapping.get(glyph, glyph)


def renamed(font, family, style, weight):
    regular = style in ("Regular", "Bold")
    name1 = family if regular else f"{family} {style}"
    name2 = style if regular else "Regular"
    values = {1: name1, 2: name2, 3: f"{family} {style} lossloupe", 4: f"{family} {style}",
              6: f"{family} {style}".replace(" ", "") if style == "" else f"{family.replace(' ', '')}-{style}",
              16: family, 17: style}
    table = font["name"]
    for record in list(table.names):
        if record.nameID in (1, 2, 3, 4, 6, 16, 17, 18, 21, 22, 25) or record.nameID >= 256:
            table.removeNames(nameID=record.nameID)
    for key, value in values.items():
        table.setName(value, key, 3, 1, 0x409)
        table.setName(value, key, 1, 0, 0)
    font["OS/2"].usWeightClass = weight
    if "CFF " in font:
        cff = font["CFF "].cff
        cff.fontNames = [values[6]]
        top = cff.topDictIndex[0]
        top.FamilyName, top.FullName = name1, values[4]


def make(source, family, style, weight, tags, target):
    font = TTFont(source)
    frozen(font, tags)
    options = subset.Options(layout_features=["kern", "mark", "mkmk", "ccmp", "locl"], name_IDs=["*"], hinting=False,
                             notdef_outline=True)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[c for low, high in RANGES for c in range(low, high + 1)])
    cutter.subset(font)
    renamed(font, family, style, weight)
    OUT.mkdir(parents=True, exist_ok=True)
    font.save(OUT / target)
    print(target, (OUT / target).stat().st_size)


def japanese():
    """What the double-byte half of EUC-JP reaches, without what the Latin face of figures has."""
    codes = set()
    for row in range(0xA1, 0xF5):
        for cell in range(0xA1, 0xFF):
            try:
                codes.add(ord(bytes((row, cell)).decode("euc_jp")))
            except UnicodeDecodeError:
                pass
    return sorted(c for c in codes if c > 0x2000)


def quadratic(font, most_error):
    """Replaces cubic outlines by quadratic ones that leave them by at most `most_error` units."""
    outlines = font.getGlyphSet()
    glyphs = {}
    for name in font.getGlyphOrder():
        pen = TTGlyphPen(outlines)
        outlines[name].draw(Cu2QuPen(pen, most_error, reverse_direction=True))
        glyphs[name] = pen.glyph()
    font["loca"] = newTable("loca")
    font["glyf"] = newTable("glyf")
    font["glyf"].glyphOrder = font.getGlyphOrder()
    font["glyf"].glyphs = glyphs
    limits = font["maxp"]
    limits.tableVersion = 0x10000
    for limit in ("maxContours", "maxPoints", "maxCompositeContours", "maxCompositePoints", "maxTwilightPoints", "maxStorage",
                  "maxFunctionDefs", "maxInstructionDefs", "maxStackElements", "maxSizeOfInstructions", "maxComponentElements",
                  "maxComponentDepth"):
        setattr(limits, limit, 0)
    limits.maxZones = 1
    for table in ("CFF ", "VORG", "vhea", "vmtx", "GSUB", "GPOS", "GDEF", "BASE", "DSIG"):
        if table in font:
            del font[table]
    font["post"].formatType = 3.0
    font.sfntVersion = "\0\1\0\0"


def make_japanese(target):
    font = next(f for f in TTCollection(NOTO).fonts if f["name"].getDebugName(4) == "Noto Sans CJK JP")
    cutter = subset.Subsetter(subset.Options(layout_features=[], hinting=False, name_IDs=["*"], notdef_outline=True))
    cutter.populate(unicodes=japanese())
    cutter.subset(font)
    quadratic(font, 1.0)
    renamed(font, "LossLoupe Sans JP", "Regular", 400)
    font.save(FIGURES / target)
    print(target, (FIGURES / target).stat().st_size)


make_japanese("LossLoupeSansJP-Regular.ttf")
for style, weight in (("Regular", 400), ("Medium", 500), ("SemiBold", 600), ("Bold", 700)):
    make(INTER / f"Inter-{style}.otf", "LossLoupe Sans", style, weight, {"tnum", "cv11"}, f"LossLoupeSans-{style}.otf")
for style, weight in (("Regular", 400), ("Bold", 700)):
    make(JETBRAINS / f"JetBrainsMono-{style}.ttf", "LossLoupe Mono", style, weight, set(), f"LossLoupeMono-{style}.ttf")
