# rsa: RSM (dot products) of hidden layer 1 of named-features
#
# Draw it again:   gnuplot rsa.gp
# As PNG or PDF:   gnuplot -e "format='png'" rsa.gp
# For a paper:     gnuplot -e "format='pdf'; medium='paper'" rsa.gp     (or 'slides')

if (!exists('format')) format = 'svg'
if (!exists('medium')) medium = 'web'
if (!exists('output')) output = 'rsa.' . format
if (medium eq 'web' && format eq 'svg') set terminal svg size 1103,1125 font 'Helvetica,15' background 'white'
if (medium eq 'web' && format eq 'png') set terminal pngcairo size 2206,2250 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (medium eq 'web' && format eq 'pdf') set terminal pdfcairo size 11.49in,11.72in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
if (medium eq 'slides' && format eq 'svg') set terminal svg size 1280,1983 font 'Helvetica,24' linewidth 1.75 background 'white'
if (medium eq 'slides' && format eq 'png') set terminal pngcairo size 1920,2975 font 'Helvetica,18' fontscale 1.5 linewidth 2.625 pointscale 2.625 background 'white'
if (medium eq 'slides' && format eq 'pdf') set terminal pdfcairo size 13.33in,20.66in font 'Helvetica,18' fontscale 1 linewidth 3.5 background 'white'
if (medium eq 'paper' && format eq 'svg') set terminal svg size 326,1617 font 'Helvetica,10.67' linewidth 0.75 background 'white'
if (medium eq 'paper' && format eq 'png') set terminal pngcairo size 1304,6468 font 'Helvetica,8' fontscale 4 linewidth 3 pointscale 3 background 'white'
if (medium eq 'paper' && format eq 'pdf') set terminal pdfcairo size 3.4in,16.84in font 'Helvetica,8' fontscale 1 linewidth 1.5 background 'white'
set output output
set encoding utf8
set minussign

set datafile separator tab
set datafile commentschars ''
# $rsa has the columns 1 epoch, 2 loss, 3 theory, 4 mode_1, 5 mode_2, 6 mode_3, 7 mode_4, 8 mode_5, 9 mode_6
set table $rsa; plot 'rsa.tsv' using (strcol(1)."\t".strcol(2)."\t".strcol(3)."\t".strcol(4)."\t".strcol(5)."\t".strcol(6)."\t".strcol(7)."\t".strcol(8)."\t".strcol(9)) with table; unset table
set multiplot

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.08613
if (medium eq 'web') set rmargin at screen 0.66355
if (medium eq 'web') set bmargin at screen 0.69333
if (medium eq 'web') set tmargin at screen 0.96
if (medium eq 'slides') set lmargin at screen 0.09941
if (medium eq 'slides') set rmargin at screen 0.91936
if (medium eq 'slides') set bmargin at screen 0.8584
if (medium eq 'slides') set tmargin at screen 0.96732
if (medium eq 'paper') set lmargin at screen 0.17347
if (medium eq 'paper') set rmargin at screen 0.85928
if (medium eq 'paper') set bmargin at screen 0.91687
if (medium eq 'paper') set tmargin at screen 0.98219
set border 11 linecolor '#404040'
set title 'Learning dynamics (grey: epochs shown)' offset 0,-0.3
if (medium eq 'web') set label 40 'epoch' at screen 0.37484,0.64467 center
if (medium eq 'web') set label 1 'loss (mean squared error)' at screen 0.02899,0.82667 center rotate by 90
if (medium eq 'web') set label 2 'singular value' at screen 0.70708,0.82667 center rotate by 90
if (medium eq 'web') set label 30 '{/*0.88 '.'named-features · η = 2 · γ = 1e-12 · seed 2021'.'}' at screen 0.0068,0.01163 left textcolor '#707070'
if (medium eq 'slides') set label 40 'epoch' at screen 0.50938,0.81422 center
if (medium eq 'slides') set label 1 'loss (mean squared…' at screen 0.02063,0.90356 center rotate by 90
if (medium eq 'slides') set label 2 'singular value' at screen 0.97937,0.91286 center rotate by 90
if (medium eq 'slides') set label 30 '{/*0.88 '.'named-features · η = 2 · γ = 1e-12 · seed 2021'.'}' at screen 0.00938,0.01055 left textcolor '#707070'
if (medium eq 'paper') set label 40 'epoch' at screen 0.51637,0.89279 center
if (medium eq 'paper') set label 1 'loss (mean squared err…' at screen 0.03599,0.9415 center rotate by 90
if (medium eq 'paper') set label 2 'singular value' at screen 0.96401,0.94953 center rotate by 90
if (medium eq 'paper') set label 30 '{/*0.88 '.'named-features · η = 2 · γ = 1e-12 · seed 2021'.'}' at screen 0.01636,0.00575 left textcolor '#707070'
if (medium eq 'web') set xrange [0:1000]
if (medium eq 'web') set xtics out nomirror 100
if (medium eq 'slides') set xrange [0:1000]
if (medium eq 'slides') set xtics out nomirror 100
if (medium eq 'paper') set xrange [0:1000]
if (medium eq 'paper') set xtics out nomirror 500
if (medium eq 'web') set yrange [0:1.05]
if (medium eq 'web') set ytics out nomirror 0.2
if (medium eq 'slides') set yrange [0:1.05]
if (medium eq 'slides') set ytics out nomirror 0.5
if (medium eq 'paper') set yrange [0:1.05]
if (medium eq 'paper') set ytics out nomirror 0.5
if (medium eq 'web') set y2range [0:6.12]
if (medium eq 'web') set y2tics out nomirror 1
if (medium eq 'slides') set y2range [0:6.12]
if (medium eq 'slides') set y2tics out nomirror 5
if (medium eq 'paper') set y2range [0:6.12]
if (medium eq 'paper') set y2tics out nomirror 5
if (medium eq 'web') set key at screen 0.74061,0.96 left top Left reverse samplen 2 spacing 1.15
if (medium eq 'slides') set key at screen 0.0075,0.80333 left top horizontal maxcols 3 Left reverse samplen 2 spacing 1.15 width -1
if (medium eq 'paper') set key at screen 0.01309,0.88685 left top horizontal maxcols 1 Left reverse samplen 2 spacing 1.15 width -1
set object rectangle from first 107.44444444444444, graph 0 to first 118.55555555555556, graph 1 behind fillcolor rgb '#d8d8d8' fillstyle solid noborder
set object rectangle from first 124.44444444444444, graph 0 to first 135.55555555555554, graph 1 behind fillcolor rgb '#d8d8d8' fillstyle solid noborder
set object rectangle from first 201.44444444444446, graph 0 to first 212.55555555555554, graph 1 behind fillcolor rgb '#d8d8d8' fillstyle solid noborder
set object rectangle from first 446.44444444444446, graph 0 to first 457.55555555555554, graph 1 behind fillcolor rgb '#d8d8d8' fillstyle solid noborder
set object rectangle from first 506.44444444444446, graph 0 to first 517.5555555555555, graph 1 behind fillcolor rgb '#d8d8d8' fillstyle solid noborder
set object rectangle from first 994.4444444444445, graph 0 to first 1005.5555555555555, graph 1 behind fillcolor rgb '#d8d8d8' fillstyle solid noborder
plot NaN with dots linecolor rgb '#ffffff' title 'left axis:', \
     NaN with lines linecolor rgb '#a6a6a6' linewidth 5 dashtype 1 title 'loss', \
     NaN with lines linecolor rgb '#000000' linewidth 1.5 dashtype 2 title 'theory', \
     NaN with dots linecolor rgb '#ffffff' title 'right axis:', \
     NaN with lines linecolor rgb '#0072b2' linewidth 2 dashtype 1 title 'mode 1: 5.828', \
     NaN with lines linecolor rgb '#d55e00' linewidth 2 dashtype 1 title 'mode 2: 5.016', \
     NaN with lines linecolor rgb '#009e73' linewidth 2 dashtype 1 title 'mode 3: 3.029', \
     NaN with lines linecolor rgb '#e69f00' linewidth 2 dashtype 1 title 'mode 4: 2.955', \
     NaN with lines linecolor rgb '#56b4e9' linewidth 2 dashtype 1 title 'mode 5: 1.29', \
     NaN with lines linecolor rgb '#cc79a7' linewidth 2 dashtype 1 title 'mode 6: 1.138', \
     $rsa using 1:4 axes x1y2 with lines linecolor rgb '#0072b2' linewidth 2 dashtype 1 notitle, \
     $rsa using 1:5 axes x1y2 with lines linecolor rgb '#d55e00' linewidth 2 dashtype 1 notitle, \
     $rsa using 1:6 axes x1y2 with lines linecolor rgb '#009e73' linewidth 2 dashtype 1 notitle, \
     $rsa using 1:7 axes x1y2 with lines linecolor rgb '#e69f00' linewidth 2 dashtype 1 notitle, \
     $rsa using 1:8 axes x1y2 with lines linecolor rgb '#56b4e9' linewidth 2 dashtype 1 notitle, \
     $rsa using 1:9 axes x1y2 with lines linecolor rgb '#cc79a7' linewidth 2 dashtype 1 notitle, \
     $rsa using 1:2 with lines linecolor rgb '#a6a6a6' linewidth 5 dashtype 1 notitle, \
     $rsa using 1:3 with lines linecolor rgb '#000000' linewidth 1.5 dashtype 2 notitle

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.08235
if (medium eq 'web') set rmargin at screen 0.26367
if (medium eq 'web') set bmargin at screen 0.4
if (medium eq 'web') set tmargin at screen 0.57778
if (medium eq 'slides') set lmargin at screen 0.10316
if (medium eq 'slides') set rmargin at screen 0.30941
if (medium eq 'slides') set bmargin at screen 0.55135
if (medium eq 'slides') set tmargin at screen 0.68448
if (medium eq 'paper') set lmargin at screen 0.18001
if (medium eq 'paper') set rmargin at screen 0.53993
if (medium eq 'paper') set bmargin at screen 0.68104
if (medium eq 'paper') set tmargin at screen 0.7536
set border 15 linecolor '#404040'
set title 'RSM at epoch 113 (dot products)' offset 0,-0.3
set xrange [-0.5:7.5]
set xtics out scale 0 nomirror rotate by 90 right ('Goldfish' 0, 'Tuna' 1, 'Robin' 2, 'Canary' 3, 'Rose' 4, 'Daisy' 5, 'Pine' 6, 'Oak' 7)
set yrange [7.5:-0.5]
set ytics out scale 0 nomirror ('Goldfish' 0, 'Tuna' 1, 'Robin' 2, 'Canary' 3, 'Rose' 4, 'Daisy' 5, 'Pine' 6, 'Oak' 7)
unset key
if (medium eq 'web') set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
if (medium eq 'web') set cbrange [-0.558:0.558]
if (medium eq 'web') set colorbox user origin screen 0.27319,0.4 size screen 0.01224,0.17778
if (medium eq 'web') set cbtics out scale 0 nomirror ('−0.56' -0.558, '0' 0, '0.56' 0.558)
if (medium eq 'slides') set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
if (medium eq 'slides') set cbrange [-0.558:0.558]
if (medium eq 'slides') set colorbox user origin screen 0.32253,0.55135 size screen 0.01688,0.13313
if (medium eq 'slides') set cbtics out scale 0 nomirror ('−0.56' -0.558, '0' 0, '0.56' 0.558)
if (medium eq 'paper') set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
if (medium eq 'paper') set cbrange [-0.558:0.558]
if (medium eq 'paper') set colorbox user origin screen 0.56283,0.68104 size screen 0.02945,0.07256
if (medium eq 'paper') set cbtics out scale 0 nomirror ('−0.56' -0.558, '0' 0, '0.56' 0.558)
plot 'rsm-epoch-113.tsv' skip 1 matrix using 1:2:($1-0.5):($1+0.5):($2-0.5):($2+0.5):3 with boxxyerror linecolor palette fillstyle solid noborder notitle

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.4165
if (medium eq 'web') set rmargin at screen 0.59782
if (medium eq 'web') set bmargin at screen 0.4
if (medium eq 'web') set tmargin at screen 0.57778
if (medium eq 'slides') set lmargin at screen 0.60941
if (medium eq 'slides') set rmargin at screen 0.81566
if (medium eq 'slides') set bmargin at screen 0.55135
if (medium eq 'slides') set tmargin at screen 0.68448
if (medium eq 'paper') set lmargin at screen 0.18001
if (medium eq 'paper') set rmargin at screen 0.53993
if (medium eq 'paper') set bmargin at screen 0.55437
if (medium eq 'paper') set tmargin at screen 0.62694
set border 15 linecolor '#404040'
set title 'RSM at epoch 130 (dot products)' offset 0,-0.3
set xrange [-0.5:7.5]
set xtics out scale 0 nomirror rotate by 90 right ('Goldfish' 0, 'Tuna' 1, 'Robin' 2, 'Canary' 3, 'Rose' 4, 'Daisy' 5, 'Pine' 6, 'Oak' 7)
set yrange [7.5:-0.5]
set ytics out scale 0 nomirror ('Goldfish' 0, 'Tuna' 1, 'Robin' 2, 'Canary' 3, 'Rose' 4, 'Daisy' 5, 'Pine' 6, 'Oak' 7)
unset key
if (medium eq 'web') set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
if (medium eq 'web') set cbrange [-1.23:1.23]
if (medium eq 'web') set colorbox user origin screen 0.60734,0.4 size screen 0.01224,0.17778
if (medium eq 'web') set cbtics out scale 0 nomirror ('−1.2' -1.23, '0' 0, '1.2' 1.23)
if (medium eq 'slides') set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
if (medium eq 'slides') set cbrange [-1.23:1.23]
if (medium eq 'slides') set colorbox user origin screen 0.82879,0.55135 size screen 0.01688,0.13313
if (medium eq 'slides') set cbtics out scale 0 nomirror ('−1.2' -1.23, '0' 0, '1.2' 1.23)
if (medium eq 'paper') set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
if (medium eq 'paper') set cbrange [-1.23:1.23]
if (medium eq 'paper') set colorbox user origin screen 0.56283,0.55437 size screen 0.02945,0.07256
if (medium eq 'paper') set cbtics out scale 0 nomirror ('−1.2' -1.23, '0' 0, '1.2' 1.23)
plot 'rsm-epoch-130.tsv' skip 1 matrix using 1:2:($1-0.5):($1+0.5):($2-0.5):($2+0.5):3 with boxxyerror linecolor palette fillstyle solid noborder notitle

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.74892
if (medium eq 'web') set rmargin at screen 0.93025
if (medium eq 'web') set bmargin at screen 0.4
if (medium eq 'web') set tmargin at screen 0.57778
if (medium eq 'slides') set lmargin at screen 0.10316
if (medium eq 'slides') set rmargin at screen 0.30941
if (medium eq 'slides') set bmargin at screen 0.31895
if (medium eq 'slides') set tmargin at screen 0.45208
if (medium eq 'paper') set lmargin at screen 0.18001
if (medium eq 'paper') set rmargin at screen 0.53993
if (medium eq 'paper') set bmargin at screen 0.42771
if (medium eq 'paper') set tmargin at screen 0.50027
set border 15 linecolor '#404040'
set title 'RSM at epoch 207 (dot products)' offset 0,-0.3
set xrange [-0.5:7.5]
set xtics out scale 0 nomirror rotate by 90 right ('Goldfish' 0, 'Tuna' 1, 'Robin' 2, 'Canary' 3, 'Rose' 4, 'Daisy' 5, 'Pine' 6, 'Oak' 7)
set yrange [7.5:-0.5]
set ytics out scale 0 nomirror ('Goldfish' 0, 'Tuna' 1, 'Robin' 2, 'Canary' 3, 'Rose' 4, 'Daisy' 5, 'Pine' 6, 'Oak' 7)
unset key
if (medium eq 'web') set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
if (medium eq 'web') set cbrange [-1.88:1.88]
if (medium eq 'web') set colorbox user origin screen 0.93977,0.4 size screen 0.01224,0.17778
if (medium eq 'web') set cbtics out scale 0 nomirror ('−1.9' -1.88, '0' 0, '1.9' 1.88)
if (medium eq 'slides') set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
if (medium eq 'slides') set cbrange [-1.88:1.88]
if (medium eq 'slides') set colorbox user origin screen 0.32253,0.31895 size screen 0.01688,0.13313
if (medium eq 'slides') set cbtics out scale 0 nomirror ('−1.9' -1.88, '0' 0, '1.9' 1.88)
if (medium eq 'paper') set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
if (medium eq 'paper') set cbrange [-1.88:1.88]
if (medium eq 'paper') set colorbox user origin screen 0.56283,0.42771 size screen 0.02945,0.07256
if (medium eq 'paper') set cbtics out scale 0 nomirror ('−1.9' -1.88, '0' 0, '1.9' 1.88)
plot 'rsm-epoch-207.tsv' skip 1 matrix using 1:2:($1-0.5):($1+0.5):($2-0.5):($2+0.5):3 with boxxyerror linecolor palette fillstyle solid noborder notitle

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.08235
if (medium eq 'web') set rmargin at screen 0.26367
if (medium eq 'web') set bmargin at screen 0.09333
if (medium eq 'web') set tmargin at screen 0.27111
if (medium eq 'slides') set lmargin at screen 0.60316
if (medium eq 'slides') set rmargin at screen 0.80941
if (medium eq 'slides') set bmargin at screen 0.31895
if (medium eq 'slides') set tmargin at screen 0.45208
if (medium eq 'paper') set lmargin at screen 0.18001
if (medium eq 'paper') set rmargin at screen 0.53993
if (medium eq 'paper') set bmargin at screen 0.30105
if (medium eq 'paper') set tmargin at screen 0.37361
set border 15 linecolor '#404040'
set title 'RSM at epoch 452 (dot products)' offset 0,-0.3
set xrange [-0.5:7.5]
set xtics out scale 0 nomirror rotate by 90 right ('Goldfish' 0, 'Tuna' 1, 'Robin' 2, 'Canary' 3, 'Rose' 4, 'Daisy' 5, 'Pine' 6, 'Oak' 7)
set yrange [7.5:-0.5]
set ytics out scale 0 nomirror ('Goldfish' 0, 'Tuna' 1, 'Robin' 2, 'Canary' 3, 'Rose' 4, 'Daisy' 5, 'Pine' 6, 'Oak' 7)
unset key
if (medium eq 'web') set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
if (medium eq 'web') set cbrange [-2.39:2.39]
if (medium eq 'web') set colorbox user origin screen 0.27319,0.09333 size screen 0.01224,0.17778
if (medium eq 'web') set cbtics out scale 0 nomirror ('−2.4' -2.39, '0' 0, '2.4' 2.39)
if (medium eq 'slides') set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
if (medium eq 'slides') set cbrange [-2.39:2.39]
if (medium eq 'slides') set colorbox user origin screen 0.82253,0.31895 size screen 0.01688,0.13313
if (medium eq 'slides') set cbtics out scale 0 nomirror ('−2.4' -2.39, '0' 0, '2.4' 2.39)
if (medium eq 'paper') set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
if (medium eq 'paper') set cbrange [-2.39:2.39]
if (medium eq 'paper') set colorbox user origin screen 0.56283,0.30105 size screen 0.02945,0.07256
if (medium eq 'paper') set cbtics out scale 0 nomirror ('−2.4' -2.39, '0' 0, '2.4' 2.39)
plot 'rsm-epoch-452.tsv' skip 1 matrix using 1:2:($1-0.5):($1+0.5):($2-0.5):($2+0.5):3 with boxxyerror linecolor palette fillstyle solid noborder notitle

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.4165
if (medium eq 'web') set rmargin at screen 0.59782
if (medium eq 'web') set bmargin at screen 0.09333
if (medium eq 'web') set tmargin at screen 0.27111
if (medium eq 'slides') set lmargin at screen 0.10316
if (medium eq 'slides') set rmargin at screen 0.30941
if (medium eq 'slides') set bmargin at screen 0.08656
if (medium eq 'slides') set tmargin at screen 0.21969
if (medium eq 'paper') set lmargin at screen 0.18001
if (medium eq 'paper') set rmargin at screen 0.53993
if (medium eq 'paper') set bmargin at screen 0.17438
if (medium eq 'paper') set tmargin at screen 0.24694
set border 15 linecolor '#404040'
set title 'RSM at epoch 512 (dot products)' offset 0,-0.3
set xrange [-0.5:7.5]
set xtics out scale 0 nomirror rotate by 90 right ('Goldfish' 0, 'Tuna' 1, 'Robin' 2, 'Canary' 3, 'Rose' 4, 'Daisy' 5, 'Pine' 6, 'Oak' 7)
set yrange [7.5:-0.5]
set ytics out scale 0 nomirror ('Goldfish' 0, 'Tuna' 1, 'Robin' 2, 'Canary' 3, 'Rose' 4, 'Daisy' 5, 'Pine' 6, 'Oak' 7)
unset key
if (medium eq 'web') set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
if (medium eq 'web') set cbrange [-2.63:2.63]
if (medium eq 'web') set colorbox user origin screen 0.60734,0.09333 size screen 0.01224,0.17778
if (medium eq 'web') set cbtics out scale 0 nomirror ('−2.6' -2.63, '0' 0, '2.6' 2.63)
if (medium eq 'slides') set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
if (medium eq 'slides') set cbrange [-2.63:2.63]
if (medium eq 'slides') set colorbox user origin screen 0.32253,0.08656 size screen 0.01688,0.13313
if (medium eq 'slides') set cbtics out scale 0 nomirror ('−2.6' -2.63, '0' 0, '2.6' 2.63)
if (medium eq 'paper') set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
if (medium eq 'paper') set cbrange [-2.63:2.63]
if (medium eq 'paper') set colorbox user origin screen 0.56283,0.17438 size screen 0.02945,0.07256
if (medium eq 'paper') set cbtics out scale 0 nomirror ('−2.6' -2.63, '0' 0, '2.6' 2.63)
plot 'rsm-epoch-512.tsv' skip 1 matrix using 1:2:($1-0.5):($1+0.5):($2-0.5):($2+0.5):3 with boxxyerror linecolor palette fillstyle solid noborder notitle

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.74892
if (medium eq 'web') set rmargin at screen 0.93025
if (medium eq 'web') set bmargin at screen 0.09333
if (medium eq 'web') set tmargin at screen 0.27111
if (medium eq 'slides') set lmargin at screen 0.60316
if (medium eq 'slides') set rmargin at screen 0.80941
if (medium eq 'slides') set bmargin at screen 0.08656
if (medium eq 'slides') set tmargin at screen 0.21969
if (medium eq 'paper') set lmargin at screen 0.18001
if (medium eq 'paper') set rmargin at screen 0.53993
if (medium eq 'paper') set bmargin at screen 0.04772
if (medium eq 'paper') set tmargin at screen 0.12028
set border 15 linecolor '#404040'
set title 'RSM at epoch 1000 (dot products)' offset 0,-0.3
set xrange [-0.5:7.5]
set xtics out scale 0 nomirror rotate by 90 right ('Goldfish' 0, 'Tuna' 1, 'Robin' 2, 'Canary' 3, 'Rose' 4, 'Daisy' 5, 'Pine' 6, 'Oak' 7)
set yrange [7.5:-0.5]
set ytics out scale 0 nomirror ('Goldfish' 0, 'Tuna' 1, 'Robin' 2, 'Canary' 3, 'Rose' 4, 'Daisy' 5, 'Pine' 6, 'Oak' 7)
unset key
if (medium eq 'web') set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
if (medium eq 'web') set cbrange [-2.76:2.76]
if (medium eq 'web') set colorbox user origin screen 0.93977,0.09333 size screen 0.01224,0.17778
if (medium eq 'web') set cbtics out scale 0 nomirror ('−2.8' -2.76, '0' 0, '2.8' 2.76)
if (medium eq 'slides') set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
if (medium eq 'slides') set cbrange [-2.76:2.76]
if (medium eq 'slides') set colorbox user origin screen 0.82253,0.08656 size screen 0.01688,0.13313
if (medium eq 'slides') set cbtics out scale 0 nomirror ('−2.8' -2.76, '0' 0, '2.8' 2.76)
if (medium eq 'paper') set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
if (medium eq 'paper') set cbrange [-2.76:2.76]
if (medium eq 'paper') set colorbox user origin screen 0.56283,0.04772 size screen 0.02945,0.07256
if (medium eq 'paper') set cbtics out scale 0 nomirror ('−2.8' -2.76, '0' 0, '2.8' 2.76)
plot 'rsm-epoch-1000.tsv' skip 1 matrix using 1:2:($1-0.5):($1+0.5):($2-0.5):($2+0.5):3 with boxxyerror linecolor palette fillstyle solid noborder notitle

unset multiplot
