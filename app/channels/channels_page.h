// SPDX-License-Identifier: MIT
#pragma once

#include "app/channels/channel_kinds.h"
#include "app/workspace/page.h"

class QStackedLayout;

namespace parley::console {

class Banner;
class ChannelEditor;
class EmptyState;
struct ApiReply;

/// The ways by which customers write. Reads which kinds the server has before it shows any; a server that has
/// no channels to set up is said to be older.
class ChannelsPage : public Page {
    Q_OBJECT

public:
    ChannelsPage(Workspace& workspace, QWidget* parent);

    void activate() override;
    /// @param argument id of a channel
    void open(const QString& argument) override;
    QString unsaved() const override;
    QList<QAction*> commands() const override;

private:
    void answered(const ApiReply& reply);
    void readRest();

    Workspace& m_workspace;
    ChannelKinds m_kinds;
    ChannelEditor* m_editor;
    EmptyState* m_old;
    Banner* m_banner;
    QStackedLayout* m_stack;
};

} // namespace parley::console
