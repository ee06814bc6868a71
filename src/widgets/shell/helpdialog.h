#pragma once

#include <QDialog>

/// A short help: how a campaign is made, and the keys.
class HelpDialog : public QDialog
{
    Q_OBJECT

public:
    explicit HelpDialog(QWidget *parent = nullptr);
};
