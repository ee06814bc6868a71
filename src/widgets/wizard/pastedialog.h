#pragma once

#include "widgets/controls/dialogs.h"

class QPlainTextEdit;

/// Takes a list of numbers, or rows copied from a spreadsheet.
class PasteDialog final : public MessageDialog
{
    Q_OBJECT

public:
    explicit PasteDialog(QWidget *parent = nullptr);

signals:
    void pasted(const QString &text);

private:
    QPlainTextEdit *m_text;
};
