package lossloupe.view.track;

/// The distances that repeat from card to card, in logical pixels.
///
/// @param header of a card, its distance to the body included
/// @param foot below a body
/// @param gap between cards
record Rhythm(double header, double foot, double gap) {
    static final Rhythm ROOMY = new Rhythm(33, 8, 8);

    /// Where all tracks would else not be seen at once, as on a projector of 1024 x 768.
    static final Rhythm TIGHT = new Rhythm(30, 5, 5);
}
