#pragma once

#include "base/result.h"
#include "domain/messagetemplate.h"
#include "widgets/shell/mainwindow.h"

#include <QString>
#include <QWidget>

#include <functional>
#include <map>
#include <memory>

/// How each picture of the gallery is made, by its name.
using SceneMakers = std::map<QString, std::function<std::unique_ptr<QWidget>()>>;

/// The window around one page, with the status line of the mock-ups.
std::unique_ptr<MainWindow> windowAround(const QString &place,
                                         const std::function<QWidget *(const QString &)> &pageOf);

/// A template with all parts that a message can have.
MessageTemplate lisbonTemplate();

Error networkError();
Error databaseError();
