#pragma once

#include <QWidget>

class AccountForm;

/// Connects a business number: the form, and where its values are found.
class ConnectPage : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectPage(QWidget *parent = nullptr);

    AccountForm &form() { return *m_form; }

signals:
    void backRequested();
    /// A page of Meta's to be opened in the browser.
    void linkRequested(const QUrl &address);

private:
    AccountForm *m_form;
};
