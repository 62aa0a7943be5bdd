package lossloupe.export.figure;

/// Something that is drawn on a sheet.
interface Drawing {
    /// The height it wants at this width, in points.
    double height(Sheet sheet, double width);

    void draw(Sheet sheet, double x, double y, double width, double height);
}
