#pragma once

#include "presentation/activitymodel.h"
#include "widgets/controls/card.h"

class QListView;
class QStackedWidget;

/// What happened to a campaign, in words, newest first.
class ActivityPanel final : public Card
{
    Q_OBJECT

public:
    /// `model` must outlive the panel.
    explicit ActivityPanel(ActivityModel &model, QWidget *parent = nullptr);

signals:
    void closeRequested();

private:
    ActivityModel &m_model;
    QListView *m_list;
    QStackedWidget *m_states;
};
