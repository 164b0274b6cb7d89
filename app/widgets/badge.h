// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>
#include <QString>
#include <QWidget>

class QPainter;

namespace parley::console {

/// What a badge says by its colour; its words say the same to who sees no colours.
enum class Tone { Neutral, Accent, Success, Warning, Danger };

/// Ground and text of a tone, for a palette.
struct ToneColors {
    QColor ground;
    QColor text;
};
ToneColors toneColors(Tone tone, const QPalette& palette);

/// Draws a pill with one line of text; for delegates. @return its width in pixels
int paintBadge(QPainter& painter,
               const QPoint& topLeft,
               const QString& text,
               Tone tone,
               const QFont& font,
               const QPalette& palette);
/// What paintBadge would take.
QSize badgeSize(const QString& text, const QFont& font);

/// The same as a widget.
class Badge : public QWidget {
    Q_OBJECT

public:
    explicit Badge(const QString& text = {}, Tone tone = Tone::Neutral, QWidget* parent = nullptr);
    void setText(const QString& text);
    void setTone(Tone tone);
    QString text() const { return m_text; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_text;
    Tone m_tone;
};

/// Of the circle below.
ToneColors avatarColors(const QString& name, const QPalette& palette);
/// A circle with a person's initials, coloured by the name; for delegates.
void paintAvatar(QPainter& painter, const QRect& square, const QString& name, const QPalette& palette);

} // namespace parley::console
