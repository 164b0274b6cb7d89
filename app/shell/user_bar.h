// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QToolButton;

namespace parley::console {

class Session;

/// Who is signed in, and whether they take cases: at the foot of the navigation.
class UserBar : public QWidget {
    Q_OBJECT

public:
    /// @param session outlives this
    explicit UserBar(Session& session, QWidget* parent = nullptr);

Q_SIGNALS:
    void preferencesWanted();
    void signOutWanted();

private:
    void refresh();

    Session& m_session;
    QToolButton* m_button;
};

} // namespace parley::console
