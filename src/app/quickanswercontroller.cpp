#include "app/quickanswercontroller.h"

#include "widgets/controls/dialogs.h"
#include "widgets/inbox/composer.h"
#include "workspace/backgrounddesk.h"
#include "workspace/session.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace {
constexpr int kShortName = 30; ///< letters of the words themselves, where nobody gives them a name
}

QuickAnswerController::QuickAnswerController(const Workbench &bench, Composer &composer, QObject *parent)
    : QObject{parent}
    , m_bench{bench}
    , m_composer{composer}
{
    connect(&composer, &Composer::quickAnswerRequested, this, &QuickAnswerController::askForName);
    connect(&composer, &Composer::quickAnswerRemoved, this, &QuickAnswerController::remove);
}

void QuickAnswerController::load()
{
    m_bench.desk.run(
        this, [](Session &session) { return session.inbox().quickAnswers(); },
        [this](const Result<std::vector<QuickAnswer>> &answers) {
            if (answers)
                m_composer.setQuickAnswers(*answers);
        });
}

void QuickAnswerController::askForName(const QString &text)
{
    auto *dialog = new MessageDialog{
        tr("Keep these words as a quick answer?"),
        tr("Give them a short name. They are then one click away in every conversation."), &m_composer};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    auto *name = new QLineEdit;
    name->setObjectName(u"quickAnswerName"_s);
    name->setAccessibleName(tr("Name"));
    name->setText(text.simplified().left(kShortName));
    dialog->addContent(name);
    dialog->addButton(tr("Cancel"), ButtonKind::Outlined, QDialog::Rejected);
    dialog->addButton(tr("Keep"), ButtonKind::Primary, QDialog::Accepted, true);
    connect(dialog, &QDialog::accepted, this, [this, name, text] {
        const QString given = name->text().simplified();
        keep(given.isEmpty() ? text.simplified().left(kShortName) : given, text);
    });
    dialog->open();
}

void QuickAnswerController::keep(const QString &name, const QString &text)
{
    m_bench.desk.run(
        this,
        [name, text](Session &session) {
            return session.inbox().putQuickAnswer({0, name, text});
        },
        [this](const Result<QuickAnswer> &kept) {
            if (kept)
                load();
            else
                tellError(&m_composer, tr("The quick answer was not kept"), kept.error());
        });
}

void QuickAnswerController::remove(qint64 id)
{
    m_bench.desk.run(
        this, [id](Session &session) { return session.inbox().removeQuickAnswer(id); },
        [this](const Result<> &) { load(); });
}
