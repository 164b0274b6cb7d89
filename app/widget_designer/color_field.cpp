// SPDX-License-Identifier: MIT
#include "app/widget_designer/color_field.h"

#include "app/widget_designer/contrast.h"
#include "app/widgets/plain_label.h"
#include "app/widgets/roles.h"

#include <QColorDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace parley::console {

namespace {

constexpr int kSwatchPx = 20;
constexpr int kNameLength = 7;
/// WCAG 2.2 1.4.11, for what is no text.
constexpr double kShape = 3.0;
/// What the widget's own panel is, see resources/widget/src/core/color.ts.
constexpr QRgb kLightPanel = 0xf0f2f4;

QIcon swatch(const QColor& color, const QWidget& on)
{
    QPixmap drawn(QSize(kSwatchPx, kSwatchPx) * on.devicePixelRatioF());
    drawn.setDevicePixelRatio(on.devicePixelRatioF());
    drawn.fill(Qt::transparent);
    QPainter painter(&drawn);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(color.isValid() ? QBrush(color) : QBrush(Qt::gray, Qt::BDiagPattern));
    painter.setPen(QColor(0, 0, 0, 60));
    painter.drawRoundedRect(QRectF(0.5, 0.5, kSwatchPx - 1, kSwatchPx - 1), 4, 4);
    return drawn;
}

} // namespace

ColorField::ColorField(QWidget* parent)
    : QWidget(parent),
      m_button(new QPushButton(tr("Choose…"), this)),
      m_text(new QLineEdit(this)),
      m_advice(new PlainLabel({}, "muted", this))
{
    m_button->setIconSize({kSwatchPx, kSwatchPx});
    m_button->setAccessibleName(tr("Choose the colour"));
    m_text->setMaxLength(kNameLength);
    m_text->setPlaceholderText(QStringLiteral("#1f5fbf"));
    m_text->setAccessibleName(tr("The colour as #rrggbb"));
    auto* line = new QHBoxLayout;
    line->addWidget(m_text, 1);
    line->addWidget(m_button);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(3);
    layout->addLayout(line);
    layout->addWidget(m_advice);
    setFocusProxy(m_text);
    connect(m_button, &QPushButton::clicked, this, &ColorField::choose);
    connect(m_text, &QLineEdit::textChanged, this, [this] {
        update();
        Q_EMIT edited();
    });
    update();
}

QString ColorField::value() const
{
    return m_text->text().trimmed().toLower();
}

void ColorField::setValue(const QString& color)
{
    m_text->setText(color);
}

QString ColorField::advice(const QColor& color)
{
    if (!color.isValid()) {
        return {};
    }
    const QLocale locale;
    if (const double onPage = contrastRatio(color, Qt::white); onPage < kShape) {
        return tr("Hard to see on a white page: %1 to 1, and 3 to 1 is the least. The widget writes on it in "
                  "black, "
                  "and uses a darker shade for links.")
            .arg(locale.toString(onPage, 'f', 1));
    }
    const double own = contrastRatio(color, textOn(color));
    const QString text = textOn(color) == QColor(Qt::white) ? tr("white") : tr("black");
    const QColor panel = QColor::fromRgb(kLightPanel);
    return readableOn(color, panel) == color
               ? tr("Good: %1 text on it has %2 to 1.").arg(text, locale.toString(own, 'f', 1))
               : tr("%1 text on it has %2 to 1; links get a darker shade of it.")
                     .arg(text, locale.toString(own, 'f', 1));
}

void ColorField::update()
{
    const QColor color = colorOf(value());
    m_button->setIcon(swatch(color, *this));
    m_advice->setText(advice(color));
    m_advice->setVisible(color.isValid());
    setRole(m_advice, color.isValid() && contrastRatio(color, Qt::white) < kShape ? "error" : "muted");
}

void ColorField::choose()
{
    auto* dialog = new QColorDialog(colorOf(value()), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const QString before = m_text->text();
    connect(dialog, &QColorDialog::currentColorChanged, this, [this](const QColor& color) {
        m_text->setText(color.name());
    });
    connect(dialog, &QDialog::rejected, this, [this, before] { m_text->setText(before); });
    dialog->open();
}

} // namespace parley::console
