/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-page"

#include "cvn-page.h"

typedef struct
{
  CvnCentre *centre;
  int        area;
  char      *title;
  gboolean   activated;
  gboolean   ready;
  gboolean   busy;
  gboolean   can_add;
  gboolean   can_export;
  gboolean   can_go_back;
} CvnPagePrivate;

G_DEFINE_TYPE_WITH_PRIVATE (CvnPage, cvn_page, ADW_TYPE_BIN)

typedef enum {
  PROP_CENTRE = 1,
  PROP_AREA,
  PROP_TITLE,
  PROP_READY,
  PROP_CAN_ADD,
  PROP_CAN_EXPORT,
  PROP_CAN_GO_BACK,
} CvnPageProperty;

static GParamSpec *properties[PROP_CAN_GO_BACK + 1];

static CvnPagePrivate *
get_private (CvnPage *self)
{
  return cvn_page_get_instance_private (self);
}

static void
set_flag (CvnPage        *self,
          gboolean       *place,
          gboolean        flag,
          CvnPageProperty property)
{
  if (*place == !!flag)
    return;
  *place = !!flag;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
cvn_page_get_property (GObject    *object,
                       guint       id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  CvnPagePrivate *priv = get_private (CVN_PAGE (object));

  switch ((CvnPageProperty) id)
    {
    case PROP_CENTRE:
      g_value_set_object (value, priv->centre);
      break;
    case PROP_AREA:
      g_value_set_int (value, priv->area);
      break;
    case PROP_TITLE:
      g_value_set_string (value, priv->title);
      break;
    case PROP_READY:
      g_value_set_boolean (value, priv->ready);
      break;
    case PROP_CAN_ADD:
      g_value_set_boolean (value, priv->can_add);
      break;
    case PROP_CAN_EXPORT:
      g_value_set_boolean (value, priv->can_export);
      break;
    case PROP_CAN_GO_BACK:
      g_value_set_boolean (value, priv->can_go_back);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cvn_page_set_property (GObject      *object,
                       guint         id,
                       const GValue *value,
                       GParamSpec   *pspec)
{
  CvnPage        *self = CVN_PAGE (object);
  CvnPagePrivate *priv = get_private (self);

  switch ((CvnPageProperty) id)
    {
    case PROP_CENTRE:
      priv->centre = g_value_dup_object (value);
      break;
    case PROP_AREA:
      priv->area = g_value_get_int (value);
      break;
    case PROP_TITLE:
      cvn_page_set_title (self, g_value_get_string (value));
      break;
    case PROP_READY:
      cvn_page_set_ready (self, g_value_get_boolean (value));
      break;
    case PROP_CAN_ADD:
      cvn_page_set_can_add (self, g_value_get_boolean (value));
      break;
    case PROP_CAN_EXPORT:
      cvn_page_set_can_export (self, g_value_get_boolean (value));
      break;
    case PROP_CAN_GO_BACK:
      cvn_page_set_can_go_back (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cvn_page_finalize (GObject *object)
{
  CvnPagePrivate *priv = get_private (CVN_PAGE (object));

  g_clear_object (&priv->centre);
  g_free (priv->title);
  G_OBJECT_CLASS (cvn_page_parent_class)->finalize (object);
}

/* What a page does that has nothing to load. */
static void
cvn_page_real_activate (CvnPage *self)
{
  cvn_page_set_ready (self, TRUE);
}

static void
cvn_page_class_init (CvnPageClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags once = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = cvn_page_get_property;
  object_class->set_property = cvn_page_set_property;
  object_class->finalize = cvn_page_finalize;
  klass->activate = cvn_page_real_activate;

  properties[PROP_CENTRE] = g_param_spec_object ("centre", NULL, NULL, CVN_TYPE_CENTRE, once);
  properties[PROP_AREA] = g_param_spec_int ("area", NULL, NULL, -1, CVN_AREA_GENERAL, -1, once);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_READY] = g_param_spec_boolean ("ready", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_ADD] = g_param_spec_boolean ("can-add", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_EXPORT] = g_param_spec_boolean ("can-export", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_GO_BACK] = g_param_spec_boolean ("can-go-back", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
cvn_page_init (CvnPage *self)
{
}

/** cvn_page_get_centre: the centre that the page shows, owned by the page; it may have no file open. */
CvnCentre *
cvn_page_get_centre (CvnPage *self)
{
  return get_private (self)->centre;
}

/** cvn_page_get_area: which kinds of records the page is about, a #CvnArea; -1 for no one in particular. */
int
cvn_page_get_area (CvnPage *self)
{
  return get_private (self)->area;
}

/** cvn_page_get_title: what the header bar shows in place of the page's own name, or NULL. */
const char *
cvn_page_get_title (CvnPage *self)
{
  return get_private (self)->title;
}

/** cvn_page_set_title: shows @title in the header bar; NULL goes back to the page's own name. */
void
cvn_page_set_title (CvnPage    *self,
                    const char *title)
{
  CvnPagePrivate *priv = get_private (self);

  if (g_strcmp0 (priv->title, title) == 0)
    return;
  g_free (priv->title);
  priv->title = g_strdup (title);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

/** cvn_page_is_ready: whether everything that the page shows at first has been read. */
gboolean
cvn_page_is_ready (CvnPage *self)
{
  return get_private (self)->ready;
}

/** cvn_page_is_light: whether the page is filled before its first frame, so that a window can wait for it. */
gboolean
cvn_page_is_light (CvnPage *self)
{
  return CVN_PAGE_GET_CLASS (self)->is_light;
}

/** cvn_page_set_ready: for the page itself; pictures and tests wait for it. */
void
cvn_page_set_ready (CvnPage *self,
                    gboolean ready)
{
  set_flag (self, &get_private (self)->ready, ready, PROP_READY);
}

/** cvn_page_is_busy: whether the page still reads what nobody sees at first: what is below the edge of the window. */
gboolean
cvn_page_is_busy (CvnPage *self)
{
  return get_private (self)->busy;
}

/** cvn_page_set_busy: for the page itself; pictures wait for it. */
void
cvn_page_set_busy (CvnPage *self,
                   gboolean busy)
{
  get_private (self)->busy = busy;
}

/** cvn_page_set_can_add: for the page itself: whether Ctrl+N means something now. */
void
cvn_page_set_can_add (CvnPage *self,
                      gboolean can_add)
{
  set_flag (self, &get_private (self)->can_add, can_add, PROP_CAN_ADD);
}

/** cvn_page_set_can_export: for the page itself: whether there is something to export now. */
void
cvn_page_set_can_export (CvnPage *self,
                         gboolean can_export)
{
  set_flag (self, &get_private (self)->can_export, can_export, PROP_CAN_EXPORT);
}

/** cvn_page_set_can_go_back: for the page itself: whether something slid in that the back button closes. */
void
cvn_page_set_can_go_back (CvnPage *self,
                          gboolean can_go_back)
{
  set_flag (self, &get_private (self)->can_go_back, can_go_back, PROP_CAN_GO_BACK);
}

/** cvn_page_activate: the page is on the screen for the first time: now is the time to fill it; after its first frame, unless it is light. */
void
cvn_page_activate (CvnPage *self)
{
  CvnPagePrivate *priv = get_private (self);

  if (priv->activated)
    return;
  priv->activated = TRUE;
  CVN_PAGE_GET_CLASS (self)->activate (self);
}

/** cvn_page_add: Ctrl+N: makes a new record of what the page shows. */
void
cvn_page_add (CvnPage *self)
{
  if (CVN_PAGE_GET_CLASS (self)->add != NULL)
    CVN_PAGE_GET_CLASS (self)->add (self);
}

/**
 * cvn_page_add_record:
 * @values: what is known of the new record
 * @names: (nullable): what the records are called that @values refers to, by their id
 *
 * Shows the form of a new record with the values filled in; nothing is stored before the person has been there.
 *
 * Returns: FALSE if this page does not show such records
 */
gboolean
cvn_page_add_record (CvnPage    *self,
                     CvnRecord  *values,
                     GHashTable *names)
{
  CvnPageClass *klass = CVN_PAGE_GET_CLASS (self);

  return klass->add_record != NULL && klass->add_record (self, values, names);
}

/** cvn_page_export: writes what the page shows to a file of the person's choice. */
void
cvn_page_export (CvnPage *self)
{
  if (CVN_PAGE_GET_CLASS (self)->export != NULL)
    CVN_PAGE_GET_CLASS (self)->export(self);
}

/** cvn_page_go_back: closes what slid in. */
void
cvn_page_go_back (CvnPage *self)
{
  if (CVN_PAGE_GET_CLASS (self)->go_back != NULL)
    CVN_PAGE_GET_CLASS (self)->go_back (self);
}

/** cvn_page_open_record: shows the record @id of the kind named @kind; FALSE if this page does not show such records. */
gboolean
cvn_page_open_record (CvnPage    *self,
                      const char *kind,
                      const char *id)
{
  CvnPageClass *klass = CVN_PAGE_GET_CLASS (self);

  return klass->open_record != NULL && klass->open_record (self, kind, id);
}

/** cvn_page_open_list: shows the records of @query under @title; FALSE if this page does not show such lists. */
gboolean
cvn_page_open_list (CvnPage        *self,
                    const CvnQuery *query,
                    const char     *title)
{
  CvnPageClass *klass = CVN_PAGE_GET_CLASS (self);

  return klass->open_list != NULL && klass->open_list (self, query, title);
}

/** cvn_page_open_figure: shows the rule of the figure @name (or of a part of it, "figure/part") and the rows behind it; FALSE if this page does not. */
gboolean
cvn_page_open_figure (CvnPage    *self,
                      const char *name)
{
  CvnPageClass *klass = CVN_PAGE_GET_CLASS (self);

  return klass->open_figure != NULL && klass->open_figure (self, name);
}
