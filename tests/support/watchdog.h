/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

int  cvn_watchdog_run_tests (void);
void cvn_watchdog_mark (void);

G_END_DECLS
