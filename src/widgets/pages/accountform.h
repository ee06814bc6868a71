#pragma once

#include "domain/account.h"
#include "widgets/pages/accountview.h"

#include <QWidget>

class Banner;
class Button;
class FormField;
class QLineEdit;

/// The fields of one account. A stored secret is never shown; an empty field leaves it as it is.
class AccountForm : public QWidget
{
    Q_OBJECT

public:
    explicit AccountForm(QWidget *parent = nullptr);

    /// A new account.
    void clear();
    void setAccount(const AccountView &view);

    /// While Meta is asked, the fields cannot be changed.
    void setBusy(bool busy);
    /// What the check found wrong. `maySaveUnchecked`: Meta could not be asked, so the person may go on
    /// without.
    void showProblem(const Error &error, bool maySaveUnchecked);

signals:
    /// Check it with Meta, and store it when it is right.
    void submitted(const Credential &credential);
    /// Store it as it is: Meta cannot be reached.
    void submittedUnchecked(const Credential &credential);
    void cancelled();

private:
    Credential credential() const;
    bool isComplete();
    void showAdvanced(bool shown);

    QLineEdit *m_name;
    QLineEdit *m_phoneNumberId;
    QLineEdit *m_wabaId;
    QLineEdit *m_accessKey;
    QLineEdit *m_appSecret;
    QLineEdit *m_apiBase;
    QLineEdit *m_graphVersion;
    FormField *m_nameField;
    FormField *m_phoneNumberIdField;
    FormField *m_wabaIdField;
    FormField *m_accessKeyField;
    FormField *m_appSecretField;
    FormField *m_apiBaseField;
    FormField *m_graphVersionField;
    Banner *m_banner;
    QWidget *m_fields;
    QWidget *m_advanced;
    Button *m_advancedToggle;
    Button *m_submit;
    Button *m_submitUnchecked;
    Button *m_cancel;
    AccountView m_view;
    bool m_wasTried = false;
};
