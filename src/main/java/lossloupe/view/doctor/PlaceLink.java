package lossloupe.view.doctor;

import java.util.List;
import javafx.scene.control.Button;
import lossloupe.app.Selection;
import lossloupe.doctor.Place;
import lossloupe.document.Document;
import lossloupe.tensor.Span;
import lossloupe.view.Ui;

/// Leads to the places of a finding, one after the other: it says which comes next, selects it in the tracks and moves
/// them to where it is seen.
final class PlaceLink extends Button {
    private final Ui ui;
    private final Document document;
    private final List<Place> places;
    private int next;
    private boolean isUsed;

    /// @param places at least one
    PlaceLink(Ui ui, Document document, List<Place> places) {
        this.ui = ui;
        this.document = document;
        this.places = places;
        getStyleClass().addAll("status-link", "finding-place");
        setMinWidth(0);
        setOnAction(e -> go());
        say();
    }

    void go() {
        var place = places.get(next);
        var selection = new Selection(
                place.classes().from(),
                place.positions().from(),
                place.classes().to() - 1,
                place.positions().to() - 1);
        ui.model()
                .look(v -> v.at(place.example(), selection)
                        .withViewport(v.viewport().closeTo(place.positions())));
        next = (next + 1) % places.size();
        isUsed = places.size() > 1;
        say();
    }

    private void say() {
        setText(ui.texts().now(isUsed ? "doctor.next" : "doctor.show", where(places.get(next))));
    }

    private String where(Place place) {
        var shape = document.shape();
        boolean isOfClass = place.classes().length() < shape.classes();
        boolean isRow = isOfClass && place.positions().length() == shape.length();
        var name = document.classes().get(place.classes().from()).name();
        var positions = positions(place.positions());
        var cells = isRow ? name : isOfClass ? ui.texts().now("doctor.within", name, positions) : positions;
        var example = ui.texts().now("ranking.ofExample", Integer.toString(place.example()));
        return shape.batch() == 1 ? cells : ui.texts().now("doctor.within", example, cells);
    }

    private String positions(Span span) {
        return span.length() == 1
                ? ui.texts().now("ranking.position", Integer.toString(span.from()))
                : ui.texts().now("doctor.positions", Integer.toString(span.from()), Integer.toString(span.to() - 1));
    }
}
