/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-centre.h"
#include "ui-support.h"

/* A centre in a folder of its own with the records of the sample centre, and a window to put widgets in. */
typedef struct
{
  char      *folder;
  CvnCentre *centre;
  GtkWidget *window;
} CvnRegisterFixture;

void cvn_register_fixture_open (CvnRegisterFixture *self);
void cvn_register_fixture_open_empty (CvnRegisterFixture *self);
void cvn_register_fixture_show (CvnRegisterFixture *self, GtkWidget *child, int width, int height);
void cvn_register_fixture_close (CvnRegisterFixture *self);
void cvn_register_fixture_picture (CvnRegisterFixture *self, const char *name);
