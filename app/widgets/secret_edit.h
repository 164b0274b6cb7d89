// SPDX-License-Identifier: MIT
#pragma once

#include <QLineEdit>

namespace parley::console {

/// Takes a secret that the server keeps and never shows: empty while one is kept means that it stays.
class SecretEdit : public QLineEdit {
    Q_OBJECT

public:
    /// What the server answers, and takes, in place of a secret that it keeps.
    static constexpr auto kMask = "********";

    explicit SecretEdit(QWidget* parent = nullptr);

    /// The mask: one is kept. Empty: there is none. Anything else is shown as typed.
    void setSecret(const QString& secret);
    /// What was typed; else the mask where one is kept; else nothing.
    QString secret() const;
    bool isKept() const { return m_isKept; }
    static bool isMask(const QString& text) { return text == QLatin1String(kMask); }

Q_SIGNALS:
    /// Another was typed, or the one that is kept is to be forgotten.
    void secretChanged();

private:
    void forget();

    QAction* m_forget;
    bool m_isKept = false;
};

} // namespace parley::console
