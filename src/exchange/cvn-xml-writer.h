/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* XML, element after element, one on a line. Names and attributes are written as they are; texts are escaped. */
typedef struct _CvnXmlWriter CvnXmlWriter;

CvnXmlWriter *cvn_xml_writer_new (void);
void          cvn_xml_writer_free (CvnXmlWriter *self);
void          cvn_xml_writer_open (CvnXmlWriter *self, const char *name, const char *attributes);
void          cvn_xml_writer_close (CvnXmlWriter *self);
void          cvn_xml_writer_add (CvnXmlWriter *self, const char *name, const char *attribute, const char *value, const char *text);
char         *cvn_xml_writer_end (CvnXmlWriter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CvnXmlWriter, cvn_xml_writer_free)

G_END_DECLS
