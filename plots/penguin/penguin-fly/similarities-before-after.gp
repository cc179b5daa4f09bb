# similarities-before-after: Similarities (dot products) of hidden layer 1 of penguin-fly at the end of each phase
#
# Draw it again:   gnuplot similarities-before-after.gp
# As PNG or PDF:   gnuplot -e "format='png'" similarities-before-after.gp
# For a paper:     gnuplot -e "format='pdf'; medium='paper'" similarities-before-after.gp     (or 'slides')

if (!exists('format')) format = 'svg'
if (!exists('medium')) medium = 'web'
if (!exists('output')) output = 'similarities-before-after.' . format
if (medium eq 'web' && format eq 'svg') set terminal svg size 1100,476 font 'Helvetica,15' background 'white'
if (medium eq 'web' && format eq 'png') set terminal pngcairo size 2200,952 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (medium eq 'web' && format eq 'pdf') set terminal pdfcairo size 11.46in,4.96in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
if (medium eq 'slides' && format eq 'svg') set terminal svg size 1280,720 font 'Helvetica,24' linewidth 1.75 background 'white'
if (medium eq 'slides' && format eq 'png') set terminal pngcairo size 1920,1080 font 'Helvetica,18' fontscale 1.5 linewidth 2.625 pointscale 2.625 background 'white'
if (medium eq 'slides' && format eq 'pdf') set terminal pdfcairo size 13.33in,7.5in font 'Helvetica,18' fontscale 1 linewidth 3.5 background 'white'
if (medium eq 'paper' && format eq 'svg') set terminal svg size 326,428 font 'Helvetica,10.67' linewidth 0.75 background 'white'
if (medium eq 'paper' && format eq 'png') set terminal pngcairo size 1304,1712 font 'Helvetica,8' fontscale 4 linewidth 3 pointscale 3 background 'white'
if (medium eq 'paper' && format eq 'pdf') set terminal pdfcairo size 3.4in,4.46in font 'Helvetica,8' fontscale 1 linewidth 1.5 background 'white'
set output output
set encoding utf8
set minussign
set multiplot

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.10909
if (medium eq 'web') set rmargin at screen 0.35455
if (medium eq 'web') set bmargin at screen 0.29412
if (medium eq 'web') set tmargin at screen 0.87395
if (medium eq 'slides') set lmargin at screen 0.10318
if (medium eq 'slides') set rmargin at screen 0.30943
if (medium eq 'slides') set bmargin at screen 0.54333
if (medium eq 'slides') set tmargin at screen 0.91
if (medium eq 'paper') set lmargin at screen 0.18005
if (medium eq 'paper') set rmargin at screen 0.53997
if (medium eq 'paper') set bmargin at screen 0.65857
if (medium eq 'paper') set tmargin at screen 0.93271
set border 15 linecolor '#404040'
set title 'End of phase 1: without Penguin' offset 0,-0.3
if (medium eq 'web') set label 3 'dot product' at screen 0.42389,0.58403 center rotate by 90
if (medium eq 'web') set label 30 '{/*0.88 '.'penguin-fly · η = 150 · γ = 1e-12 · seed 2021'.'}' at screen 0.00682,0.02748 left textcolor '#707070'
if (medium eq 'slides') set label 3 'dot product' at screen 0.40478,0.72667 center rotate by 90
if (medium eq 'slides') set label 30 '{/*0.88 '.'penguin-fly · η = 150 · γ = 1e-12 · seed 2021'.'}' at screen 0.00938,0.02907 left textcolor '#707070'
if (medium eq 'paper') set label 3 'dot product' at screen 0.70636,0.79564 center rotate by 90
if (medium eq 'paper') set label 30 '{/*0.88 '.'penguin-fly · η = 150 · γ = 1e-12 · seed 2021'.'}' at screen 0.01636,0.02173 left textcolor '#707070'
set xrange [-0.5:15.5]
set xtics out scale 0 nomirror rotate by 90 right ('Robin' 0, 'Eagle' 2, 'Goldfish' 4, 'Salmon' 6, 'Rose' 8, 'Tulip' 10, 'Pine' 12, 'Birch' 14)
if (medium eq 'web') set yrange [15.5:-0.5]
if (medium eq 'web') set ytics out scale 0 nomirror ('Robin' 0, 'Canary' 1, 'Eagle' 2, 'Penguin' 3, 'Goldfish' 4, 'Tuna' 5, 'Salmon' 6, 'Trout' 7, 'Rose' 8, 'Daisy' 9, 'Tulip' 10, 'Violet' 11, 'Pine' 12, 'Oak' 13, 'Birch' 14, 'Maple' 15)
if (medium eq 'slides') set yrange [15.5:-0.5]
if (medium eq 'slides') set ytics out scale 0 nomirror ('Robin' 0, 'Eagle' 2, 'Goldfish' 4, 'Salmon' 6, 'Rose' 8, 'Tulip' 10, 'Pine' 12, 'Birch' 14)
if (medium eq 'paper') set yrange [15.5:-0.5]
if (medium eq 'paper') set ytics out scale 0 nomirror ('Robin' 0, 'Eagle' 2, 'Goldfish' 4, 'Salmon' 6, 'Rose' 8, 'Tulip' 10, 'Pine' 12, 'Birch' 14)
unset key
if (medium eq 'web') set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
if (medium eq 'web') set cbrange [-93.5:93.5]
if (medium eq 'web') set colorbox user origin screen 0.36409,0.29412 size screen 0.01227,0.57983
if (medium eq 'web') set cbtics out scale 0 nomirror ('−94' -93.5, '0' 0, '94' 93.5)
if (medium eq 'slides') set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
if (medium eq 'slides') set cbrange [-93.5:93.5]
if (medium eq 'slides') set colorbox user origin screen 0.32255,0.54333 size screen 0.01688,0.36667
if (medium eq 'slides') set cbtics out scale 0 nomirror ('−94' -93.5, '0' 0, '94' 93.5)
if (medium eq 'paper') set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
if (medium eq 'paper') set cbrange [-93.5:93.5]
if (medium eq 'paper') set colorbox user origin screen 0.56287,0.65857 size screen 0.02945,0.27414
if (medium eq 'paper') set cbtics out scale 0 nomirror ('−94' -93.5, '0' 0, '94' 93.5)
plot 'similarities-phase-1.tsv' skip 1 matrix using 1:2:($1-0.5):($1+0.5):($2-0.5):($2+0.5):3 with boxxyerror linecolor palette fillstyle solid noborder notitle

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.58182
if (medium eq 'web') set rmargin at screen 0.82727
if (medium eq 'web') set bmargin at screen 0.29412
if (medium eq 'web') set tmargin at screen 0.87395
if (medium eq 'slides') set lmargin at screen 0.60318
if (medium eq 'slides') set rmargin at screen 0.80943
if (medium eq 'slides') set bmargin at screen 0.54333
if (medium eq 'slides') set tmargin at screen 0.91
if (medium eq 'paper') set lmargin at screen 0.18005
if (medium eq 'paper') set rmargin at screen 0.53997
if (medium eq 'paper') set bmargin at screen 0.18002
if (medium eq 'paper') set tmargin at screen 0.45417
set border 15 linecolor '#404040'
set title 'End of phase 2: Penguin alone' offset 0,-0.3
if (medium eq 'web') set label 3 'dot product' at screen 0.89662,0.58403 center rotate by 90
if (medium eq 'slides') set label 3 'dot product' at screen 0.90478,0.72667 center rotate by 90
if (medium eq 'paper') set label 3 'dot product' at screen 0.70636,0.31709 center rotate by 90
set xrange [-0.5:15.5]
set xtics out scale 0 nomirror rotate by 90 right ('Robin' 0, 'Eagle' 2, 'Goldfish' 4, 'Salmon' 6, 'Rose' 8, 'Tulip' 10, 'Pine' 12, 'Birch' 14)
if (medium eq 'web') set yrange [15.5:-0.5]
if (medium eq 'web') set ytics out scale 0 nomirror ('Robin' 0, 'Canary' 1, 'Eagle' 2, 'Penguin' 3, 'Goldfish' 4, 'Tuna' 5, 'Salmon' 6, 'Trout' 7, 'Rose' 8, 'Daisy' 9, 'Tulip' 10, 'Violet' 11, 'Pine' 12, 'Oak' 13, 'Birch' 14, 'Maple' 15)
if (medium eq 'slides') set yrange [15.5:-0.5]
if (medium eq 'slides') set ytics out scale 0 nomirror ('Robin' 0, 'Eagle' 2, 'Goldfish' 4, 'Salmon' 6, 'Rose' 8, 'Tulip' 10, 'Pine' 12, 'Birch' 14)
if (medium eq 'paper') set yrange [15.5:-0.5]
if (medium eq 'paper') set ytics out scale 0 nomirror ('Robin' 0, 'Eagle' 2, 'Goldfish' 4, 'Salmon' 6, 'Rose' 8, 'Tulip' 10, 'Pine' 12, 'Birch' 14)
unset key
if (medium eq 'web') set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
if (medium eq 'web') set cbrange [-93.5:93.5]
if (medium eq 'web') set colorbox user origin screen 0.83682,0.29412 size screen 0.01227,0.57983
if (medium eq 'web') set cbtics out scale 0 nomirror ('−94' -93.5, '0' 0, '94' 93.5)
if (medium eq 'slides') set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
if (medium eq 'slides') set cbrange [-93.5:93.5]
if (medium eq 'slides') set colorbox user origin screen 0.82255,0.54333 size screen 0.01688,0.36667
if (medium eq 'slides') set cbtics out scale 0 nomirror ('−94' -93.5, '0' 0, '94' 93.5)
if (medium eq 'paper') set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
if (medium eq 'paper') set cbrange [-93.5:93.5]
if (medium eq 'paper') set colorbox user origin screen 0.56287,0.18002 size screen 0.02945,0.27414
if (medium eq 'paper') set cbtics out scale 0 nomirror ('−94' -93.5, '0' 0, '94' 93.5)
plot 'similarities-phase-2.tsv' skip 1 matrix using 1:2:($1-0.5):($1+0.5):($2-0.5):($2+0.5):3 with boxxyerror linecolor palette fillstyle solid noborder notitle

unset multiplot
