/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-reader.h"

/* The figures of the first page as they were when they were last worked out, in a file beside the backups. */
char     *cvn_figure_memory_dup_key (CvnReader *reader, const char *const *names, const CvnFigureArguments *arguments, CvnLanguage language);
GVariant *cvn_figure_memory_read (CvnReader *reader, const char *key, const GVariantType *type);
void      cvn_figure_memory_write (CvnReader *reader, const char *key, GVariant *content);
