// SPDX-License-Identifier: MIT
#include "app/widgets/copy_button.h"

#include "app/style/icons.h"

#include <QClipboard>
#include <QGuiApplication>

namespace parley::console {

namespace {

constexpr int kSaidMs = 2000;

} // namespace

CopyButton::CopyButton(const QString& label, QWidget* parent)
    : QPushButton(console::icon(QStringLiteral("copy")), label, parent), m_label(label)
{
    m_back.setSingleShot(true);
    m_back.setInterval(kSaidMs);
    connect(&m_back, &QTimer::timeout, this, [this] {
        setText(m_label);
        setIcon(console::icon(QStringLiteral("copy")));
    });
    connect(this, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_content);
        setText(tr("Copied"));
        setIcon(console::icon(QStringLiteral("check")));
        m_back.start();
    });
}

} // namespace parley::console
