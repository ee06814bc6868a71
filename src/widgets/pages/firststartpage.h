#pragma once

#include <QWidget>

/// What a person sees before there is an account: two doors.
class FirstStartPage : public QWidget
{
    Q_OBJECT

public:
    explicit FirstStartPage(QWidget *parent = nullptr);

signals:
    void connectRequested();
    void practiseRequested();
    void openWorkspaceRequested();
};
