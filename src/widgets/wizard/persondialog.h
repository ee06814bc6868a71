#pragma once

#include "presentation/audience.h"
#include "widgets/controls/dialogs.h"

#include <vector>

class FormField;
class QLineEdit;
class TextLabel;

/// Adds people one by one: number, name, and a field for each value of the template. Stays open for the next
/// person.
class PersonDialog final : public MessageDialog
{
    Q_OBJECT

public:
    PersonDialog(const std::vector<TemplateVariable> &variables, const Variables &defaults,
                 QWidget *parent = nullptr);

    /// The answer to addRequested(): ready for the next one.
    void showAdded();
    void showProblem(const QString &sentence);

signals:
    void addRequested(const PersonEntry &person);

private:
    void add();

    QLineEdit *m_phone;
    FormField *m_phoneField;
    QLineEdit *m_name;
    std::vector<std::pair<QString, QLineEdit *>> m_values;
    TextLabel *m_done;
    Button *m_addButton;
    QString m_lastAdded;
};
