#include "widgets/pages/accountform.h"

#include "widgets/controls/banner.h"
#include "widgets/controls/button.h"
#include "widgets/controls/formfield.h"
#include "widgets/controls/textlabel.h"
#include "widgets/theme/icon.h"

#include <QAction>
#include <QGridLayout>
#include <QLineEdit>
#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace {

QLineEdit *makeSecretEdit()
{
    auto *edit = new QLineEdit;
    edit->setEchoMode(QLineEdit::Password);
    edit->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    edit->addAction(themedIcon(u"lock"_s), QLineEdit::TrailingPosition);
    return edit;
}

bool isDigits(const QString &text)
{
    static const QRegularExpression digits{u"^[0-9]+$"_s};
    return digits.match(text).hasMatch();
}

/// Keys are pasted from web pages and mails, with line breaks and blanks that are no part of them.
QString withoutBlanks(QString text)
{
    static const QRegularExpression blanks{u"\\s+"_s};
    return text.remove(blanks);
}

QString problemWithId(const QString &text)
{
    if (text.isEmpty())
        return AccountForm::tr("Paste the ID from WhatsApp Manager");
    if (!isDigits(text))
        return AccountForm::tr("An ID has digits only. A phone number is something else.");
    return {};
}

QString problemWithAddress(const QString &text)
{
    const QUrl url{text, QUrl::StrictMode};
    const bool isWeb = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    return url.isValid() && isWeb && !url.host().isEmpty()
        ? QString{}
        : AccountForm::tr("An address begins with https://");
}

QString problemWithVersion(const QString &text)
{
    static const QRegularExpression version{u"^v[0-9]+\\.[0-9]+$"_s};
    return version.match(text).hasMatch() ? QString{} : AccountForm::tr("A version looks like v25.0");
}

} // namespace

QString textFor(SecretPlace place)
{
    switch (place) {
    case SecretPlace::None: return AccountForm::tr("Not stored");
    case SecretPlace::Keychain: return AccountForm::tr("In your system's keychain");
    case SecretPlace::Memory:
        return AccountForm::tr("In memory for this run only, because there is no keychain here");
    case SecretPlace::Environment: return AccountForm::tr("In the environment of this computer");
    }
    Q_UNREACHABLE();
}

AccountForm::AccountForm(QWidget *parent)
    : QWidget{parent}
    , m_name{new QLineEdit}
    , m_phoneNumberId{new QLineEdit}
    , m_wabaId{new QLineEdit}
    , m_accessKey{makeSecretEdit()}
    , m_appSecret{makeSecretEdit()}
    , m_apiBase{new QLineEdit}
    , m_graphVersion{new QLineEdit}
    , m_nameField{new FormField{tr("Name"), m_name}}
    , m_phoneNumberIdField{new FormField{tr("Phone number ID"), m_phoneNumberId}}
    , m_wabaIdField{new FormField{tr("Business account ID (WABA)"), m_wabaId}}
    , m_accessKeyField{new FormField{tr("Access key"), m_accessKey}}
    , m_appSecretField{new FormField{tr("App secret"), m_appSecret}}
    , m_apiBaseField{new FormField{tr("Address of the Graph API"), m_apiBase}}
    , m_graphVersionField{new FormField{tr("Graph API version"), m_graphVersion}}
    , m_banner{new Banner}
    , m_fields{new QWidget}
    , m_advanced{new QWidget}
    , m_advancedToggle{new Button{tr("Advanced"), ButtonKind::Link, u"chevron-right"_s}}
    , m_submit{new Button{tr("Check and connect"), ButtonKind::Primary}}
    , m_submitUnchecked{new Button{tr("Save without checking")}}
    , m_cancel{new Button{tr("Cancel"), ButtonKind::Quiet}}
{
    m_nameField->setHint(tr("How you call it, such as the name of the client"));
    m_phoneNumberIdField->setRequired(true);
    m_wabaIdField->setRequired(true);
    m_accessKeyField->setRequired(true);
    m_phoneNumberIdField->setHint(tr("WhatsApp Manager → API setup. Not the phone number itself."));
    m_wabaIdField->setHint(tr("On the same page, under the phone number ID"));
    m_appSecretField->setHint(tr("App settings → Basic. Proves that delivery events are Meta's."));

    auto *grid = new QGridLayout{m_fields};
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(16);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_nameField, 0, 0, 1, 2);
    grid->addWidget(m_phoneNumberIdField, 1, 0, Qt::AlignTop);
    grid->addWidget(m_wabaIdField, 1, 1, Qt::AlignTop);
    grid->addWidget(m_accessKeyField, 2, 0, Qt::AlignTop);
    grid->addWidget(m_appSecretField, 2, 1, Qt::AlignTop);
    grid->addWidget(m_advancedToggle, 3, 0, 1, 2, Qt::AlignLeft);
    auto *advanced = new QHBoxLayout{m_advanced};
    advanced->setContentsMargins(0, 0, 0, 0);
    advanced->setSpacing(16);
    advanced->addWidget(m_apiBaseField, 1, Qt::AlignTop);
    advanced->addWidget(m_graphVersionField, 1, Qt::AlignTop);
    grid->addWidget(m_advanced, 4, 0, 1, 2);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_cancel);
    buttons->addStretch();
    buttons->addWidget(m_submitUnchecked);
    buttons->addWidget(m_submit);

    auto *column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(16);
    column->addWidget(m_banner);
    column->addWidget(m_fields);
    column->addSpacing(4);
    column->addLayout(buttons);
    setFocusProxy(m_name);

    connect(m_advancedToggle, &Button::clicked, this, [this] { showAdvanced(m_advanced->isHidden()); });
    connect(m_cancel, &Button::clicked, this, &AccountForm::cancelled);
    connect(m_submit, &Button::clicked, this, [this] {
        if (isComplete())
            emit submitted(credential());
    });
    connect(m_submitUnchecked, &Button::clicked, this, [this] {
        if (isComplete())
            emit submittedUnchecked(credential());
    });
    for (QLineEdit *edit :
         {m_name, m_phoneNumberId, m_wabaId, m_accessKey, m_appSecret, m_apiBase, m_graphVersion}) {
        connect(edit, &QLineEdit::returnPressed, m_submit, &Button::click);
        // Problems are told when the person tried to go on, and from then on while they type.
        connect(edit, &QLineEdit::textEdited, this, [this] {
            if (m_wasTried)
                isComplete();
        });
    }
    clear();
}

void AccountForm::clear()
{
    setAccount({});
}

void AccountForm::setAccount(const AccountView &view)
{
    m_view = view;
    m_wasTried = false;
    const bool isNew = !view.account.id.isValid();
    m_name->setText(view.account.name);
    m_phoneNumberId->setText(view.account.phoneNumberId);
    m_wabaId->setText(view.account.wabaId);
    m_apiBase->setText(view.account.apiBase.isEmpty() ? QLatin1StringView{kDefaultApiBase}
                                                      : view.account.apiBase);
    m_graphVersion->setText(view.account.graphVersion.isEmpty() ? QLatin1StringView{kDefaultGraphVersion}
                                                                : view.account.graphVersion);
    m_accessKey->clear();
    m_appSecret->clear();
    const bool hasKey = view.accessKey != SecretPlace::None;
    m_accessKeyField->setRequired(!hasKey);
    m_accessKey->setPlaceholderText(hasKey ? tr("Stored; paste a new one to replace it") : QString{});
    m_accessKeyField->setHint(hasKey ? textFor(view.accessKey)
                                     : tr("It goes into your system's keychain, not into our file."));
    m_appSecret->setPlaceholderText(
        view.appSecret != SecretPlace::None ? tr("Stored; paste a new one to replace it") : QString{});
    m_phoneNumberId->setReadOnly(!isNew);
    m_submit->setText(isNew ? tr("Check and connect") : tr("Check and save"));
    m_submitUnchecked->hide();
    m_banner->hide();
    for (FormField *field : {m_nameField, m_phoneNumberIdField, m_wabaIdField, m_accessKeyField,
                             m_appSecretField, m_apiBaseField, m_graphVersionField})
        field->setProblem({});
    showAdvanced(!isNew && view.account.apiBase != QLatin1StringView{kDefaultApiBase});
    setBusy(false);
}

void AccountForm::setBusy(bool busy)
{
    m_fields->setEnabled(!busy);
    m_submit->setEnabled(!busy);
    m_submitUnchecked->setEnabled(!busy);
    if (busy) {
        m_submitUnchecked->hide();
        m_banner->setMessage(Tone::Blue, tr("Asking Meta…"), tr("This takes a few seconds."));
        m_banner->show();
    } else {
        m_banner->hide();
    }
}

void AccountForm::showProblem(const Error &error, bool maySaveUnchecked)
{
    setBusy(false);
    m_banner->setMessage(maySaveUnchecked ? Tone::Amber : Tone::Red, tr("This did not work."), error.message);
    m_banner->setToolTip(error.detail);
    m_banner->show();
    m_submitUnchecked->setVisible(maySaveUnchecked);
}

Credential AccountForm::credential() const
{
    Credential credential;
    credential.account = m_view.account;
    credential.account.name = m_name->text().trimmed();
    credential.account.phoneNumberId = withoutBlanks(m_phoneNumberId->text());
    credential.account.wabaId = withoutBlanks(m_wabaId->text());
    credential.account.apiBase = m_apiBase->text().trimmed();
    while (credential.account.apiBase.endsWith(u'/'))
        credential.account.apiBase.chop(1);
    credential.account.graphVersion = m_graphVersion->text().trimmed();
    credential.token = withoutBlanks(m_accessKey->text()).toUtf8();
    credential.appSecret = withoutBlanks(m_appSecret->text()).toUtf8();
    return credential;
}

bool AccountForm::isComplete()
{
    m_wasTried = true;
    const Credential given = credential();
    m_phoneNumberIdField->setProblem(problemWithId(given.account.phoneNumberId));
    m_wabaIdField->setProblem(problemWithId(given.account.wabaId));
    const bool needsKey = m_view.accessKey == SecretPlace::None;
    m_accessKeyField->setProblem(needsKey && given.token.isEmpty() ? tr("Paste the access key") : QString{});
    m_apiBaseField->setProblem(problemWithAddress(given.account.apiBase));
    m_graphVersionField->setProblem(problemWithVersion(given.account.graphVersion));
    if (m_apiBaseField->hasProblem() || m_graphVersionField->hasProblem())
        showAdvanced(true);
    for (FormField *field :
         {m_phoneNumberIdField, m_wabaIdField, m_accessKeyField, m_apiBaseField, m_graphVersionField}) {
        if (!field->hasProblem())
            continue;
        if (!m_fields->isAncestorOf(focusWidget()))
            field->setFocus(Qt::OtherFocusReason);
        return false;
    }
    return true;
}

void AccountForm::showAdvanced(bool shown)
{
    m_advanced->setVisible(shown);
    m_advancedToggle->setIconName(shown ? u"chevron-down"_s : u"chevron-right"_s);
}
